using System.Net.Http.Headers;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Transport.Sending;

/// <summary>Keeps what goes over the wire, byte for byte and timed, with a bound on the size of answers.</summary>
/// <param name="maxBodyBytes">Greatest body that is read.</param>
/// <param name="clock">Measures the time.</param>
/// <param name="inner">What sends.</param>
internal sealed class RecordingHandler(int maxBodyBytes, TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public static HttpRequestOptionsKey<Recording> Key { get; } = new("ocp-conformance.recording");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var recording = request.Options.TryGetValue(Key, out var attached) ? attached : new Recording();
        var body = request.Content is null ? (ReadOnlyMemory<byte>?)null : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        recording.Request = new ExchangeRequest(request.Method.Method, request.RequestUri!, HeadersOf(request.Headers, request.Content?.Headers), body);
        recording.StartedAt = clock.GetUtcNow();
        var start = clock.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            recording.Answer = new ExchangeAnswer((int)response.StatusCode, HeadersOf(response.Headers, response.Content.Headers), await ReadAsync(response, cancellationToken).ConfigureAwait(false));
            response.Content = Replayed(response.Content, recording.Answer.Body);
            return response;
        }
        catch (Exception exception)
        {
            recording.Failure = FailureReader.Read(exception, request.RequestUri!);
            throw;
        }
        finally
        {
            recording.Elapsed = clock.GetElapsedTime(start);
        }
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (content.Length + read > maxBodyBytes)
            {
                throw new BodyTooLargeException(maxBodyBytes);
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private static ByteArrayContent Replayed(HttpContent original, ReadOnlyMemory<byte> body)
    {
        var content = new ByteArrayContent(body.ToArray());
        foreach (var header in original.Headers.NonValidated.Where(header => header.Key is not "Content-Length"))
        {
            content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        original.Dispose();
        return content;
    }

    private static List<Header> HeadersOf(HttpHeaders headers, HttpHeaders? contentHeaders) =>
        [.. headers.NonValidated.Concat(contentHeaders is null ? [] : contentHeaders.NonValidated.AsEnumerable())
            .SelectMany(header => header.Value.Select(value => new Header(header.Key, value)))];
}
