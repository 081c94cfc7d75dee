using System.Buffers;
using System.Net.Http.Headers;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Transport.Sending;

/// <summary>Reads whole answers, with bounds on the body of one and on all that are kept.</summary>
/// <param name="maxBodyBytes">Greatest body, both as it comes and decoded.</param>
/// <param name="room">What the run may hold.</param>
internal sealed class AnswerReader(int maxBodyBytes, EvidenceBudget room)
{
    private const int BufferBytes = 16 * 1024;

    /// <summary>How much of the room an answer takes.</summary>
    public static long SizeOf(ExchangeAnswer answer) => SizeOf(answer.Headers) + answer.Body.Length;

    /// <summary>The headers as they came, one for each line.</summary>
    public static List<Header> HeadersOf(HttpHeaders headers, HttpHeaders? contentHeaders) =>
        [.. headers.NonValidated.Concat(contentHeaders is null ? [] : contentHeaders.NonValidated.AsEnumerable())
            .SelectMany(header => header.Value.Select(value => new Header(header.Key, value)))];

    /// <summary>Reads an answer.</summary>
    /// <exception cref="BodyTooLargeException">The body is too large.</exception>
    /// <exception cref="EvidenceFullException">The run holds as much as it may.</exception>
    /// <exception cref="InvalidDataException">The body cannot be decoded.</exception>
    public async Task<ExchangeAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var headers = HeadersOf(response.Headers, response.Content.Headers);
        var size = SizeOf(headers);
        room.Take(size);
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var body = await TakeAsync(stream, cancellationToken).ConfigureAwait(false);
            return new ExchangeAnswer((int)response.StatusCode, headers, await DecodeAsync(ContentCoding.Named(headers), body, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            room.Give(size);
            throw;
        }
    }

    private static long SizeOf(IReadOnlyList<Header> headers) => headers.Sum(header => (long)header.Name.Length + header.Value.Length);

    private async Task<byte[]> DecodeAsync(IReadOnlyList<string> codings, byte[] body, CancellationToken cancellationToken)
    {
        if (codings.Count == 0 || body.Length == 0)
        {
            return body;
        }

        try
        {
            using var decoded = ContentCoding.Decoded(codings, body);
            return await TakeAsync(decoded, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
        finally
        {
            room.Give(body.Length);
        }
    }

    private async Task<byte[]> TakeAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                if (content.Length + read > maxBodyBytes)
                {
                    throw new BodyTooLargeException(maxBodyBytes);
                }

                room.Take(read);
                content.Write(buffer, 0, read);
            }

            return content.ToArray();
        }
        catch
        {
            room.Give(content.Length);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
