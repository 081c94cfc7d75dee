using System.Globalization;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Trust;

/// <summary>A server that answers everything alike.</summary>
internal static class UniformServer
{
    private static int traces;

    /// <summary>A list in pages that has nothing in it.</summary>
    public const string EmptyPage = """{"data":{"contents":[],"page":{"totalElements":0,"totalPages":0,"number":1,"size":10}},"duration":0,"server":"a","status":200,"successful":true,"timestamp":"#now","traceId":"#trace"}""";

    /// <summary>The time as the API writes it.</summary>
    public static string Now => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>Starts a server.</summary>
    /// <param name="status">The status of each answer.</param>
    /// <param name="type">Its media type.</param>
    /// <param name="body">Its body; see <see cref="Fresh"/>.</param>
    /// <param name="lists">Whether it answers the list of clusters with an empty one instead.</param>
    public static RawServer Start(int status, string type, string body, bool lists = false) => new((head, stream, token) => stream.WriteAsync(
        lists && head.StartsWith("GET /api/v2/ob/clusters ", StringComparison.Ordinal)
            ? RawServer.Http(200, Fresh(EmptyPage))
            : RawServer.Http(status, Fresh(body), $"Content-Type: {type}\r\n"),
        token).AsTask());

    /// <summary>A body with the time in place of <c>#now</c>, and a new trace id in place of <c>#trace</c>.</summary>
    public static string Fresh(string body) => body.Replace("#now", Now, StringComparison.Ordinal)
        .Replace("#trace", Interlocked.Increment(ref traces).ToString("x16", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
