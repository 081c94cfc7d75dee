using System.IO.Compression;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using OcpConformance.MockOcp.Messages;

namespace OcpConformance.MockOcp.Hosting;

/// <summary>Writes answers: compressed where the client takes that, and without body for HEAD.</summary>
internal static class ReplyWriter
{
    /// <summary>Writes one.</summary>
    public static async Task WriteAsync(HttpContext context, Reply reply)
    {
        if (reply.Abort)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (reply.Status is 204 or 205 or 304)
        {
            return;
        }

        var body = reply.Body;
        if (reply.Compressible && body.Length > 0 && TakesGzip(context.Request))
        {
            context.Response.Headers.ContentEncoding = "gzip";
            context.Response.Headers.Vary = "Accept-Encoding";
            body = Compressed(body);
        }

        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static bool TakesGzip(HttpRequest request) =>
        request.Headers.AcceptEncoding
            .SelectMany(value => (value ?? string.Empty).Split(','))
            .Any(text => StringWithQualityHeaderValue.TryParse(text, out var coding) && coding is { Value: "gzip", Quality: not 0 });

    private static byte[] Compressed(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return compressed.ToArray();
    }
}
