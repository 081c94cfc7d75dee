using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Transport.Sending;

/// <summary>Keeps what goes over the wire, byte for byte and timed.</summary>
/// <param name="reader">Reads the answers.</param>
/// <param name="proxy">What requests go through; failures name it.</param>
/// <param name="clock">Measures the time.</param>
/// <param name="inner">What sends.</param>
internal sealed class RecordingHandler(AnswerReader reader, ProxyServer? proxy, TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public static HttpRequestOptionsKey<Recording> Key { get; } = new("ocp-conformance.recording");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var recording = request.Options.TryGetValue(Key, out var attached) ? attached : new Recording();
        var body = request.Content is null ? (ReadOnlyMemory<byte>?)null : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        recording.Request = new ExchangeRequest(request.Method.Method, request.RequestUri!, AnswerReader.HeadersOf(request.Headers, request.Content?.Headers), body);
        recording.StartedAt = clock.GetUtcNow();
        var start = clock.GetTimestamp();
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            recording.Answer = await reader.ReadAsync(response, cancellationToken).ConfigureAwait(false);
            response.Content.Dispose();
            // Nothing above reads the body again, so it is kept once.
            response.Content = new ByteArrayContent([]);
            return response;
        }
        catch (Exception exception)
        {
            response?.Dispose();
            recording.Failure = FailureReader.Read(exception, request.RequestUri!, proxy);
            throw;
        }
        finally
        {
            recording.Elapsed = clock.GetElapsedTime(start);
        }
    }
}
