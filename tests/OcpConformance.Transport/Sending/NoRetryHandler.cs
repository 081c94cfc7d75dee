namespace OcpConformance.Transport.Sending;

/// <summary>
/// Keeps the connection pool from repeating a request on its own. It does so up to three times for a request without body
/// whose connection breaks before the answer begins; the target may have executed it by then, and one that changes
/// something must not be executed twice. A body, even an empty one, rules that out, and looks the same on the wire.
/// </summary>
/// <param name="inner">What sends.</param>
internal sealed class NoRetryHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly HttpMethod[] Changing = [HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Changing.Contains(request.Method))
        {
            request.Content ??= new ByteArrayContent([]);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
