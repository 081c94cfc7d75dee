using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OcpConformance.Contract.Exchanges;
using OcpConformance.MockOcp.Messages;

namespace OcpConformance.MockOcp.Hosting;

/// <summary>Reads requests as they came.</summary>
internal static class RequestReader
{
    /// <summary>Reads one, with its body.</summary>
    public static async Task<IncomingRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        return new IncomingRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Host.Value ?? string.Empty,
            context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
            [.. context.Request.Headers.SelectMany(header => header.Value.Select(value => new Header(header.Key, value ?? string.Empty)))],
            body.ToArray());
    }
}
