using System.Globalization;
using System.Text;
using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Settings;
using OcpConformance.MockOcp.Hosting;

namespace OcpConformance.SelfTests.Support;

/// <summary>
/// A server in front of the mock that negotiates media types as a Spring application does: a time is a string in JSON, a
/// report is a stream of bytes, and what the Accept header of a request excludes is answered with 406.
/// </summary>
internal sealed class SpringFront : IAsyncDisposable
{
    private const string AcceptLine = "Accept: ";
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    private readonly MockServer mock;
    private readonly string enveloped;

    private SpringFront(MockServer mock, string enveloped)
    {
        (this.mock, this.enveloped) = (mock, enveloped);
        Server = new RawServer(AnswerAsync);
    }

    /// <summary>What listens.</summary>
    public RawServer Server { get; }

    /// <summary>Starts it.</summary>
    /// <param name="enveloped">The one media type that it has for answers with an envelope.</param>
    public static async Task<SpringFront> StartAsync(string enveloped = Operation.JsonMediaType) =>
        new(await MockServer.StartAsync(Project.Contract, Project.Fixtures, new MockOptions { Password = InProcess.Password }), enveloped);

    public Task<RunOutcome> RunAsync(string select, RunSettings? settings = null) =>
        InProcess.LiveAsync(Server.Url, select, settings, user: mock.Options.UserName);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await mock.DisposeAsync();
    }

    private async Task AnswerAsync(string head, Stream stream, CancellationToken token)
    {
        var lines = head.Split("\r\n");
        var plain = string.Join("\r\n", lines.Where(line => !line.StartsWith("Accept-Encoding:", StringComparison.OrdinalIgnoreCase)));
        var answer = await HostileFront.AskAsync(mock.Url, plain, stream, token);
        var end = answer.AsSpan().IndexOf(HeadEnd);
        var status = int.Parse(Encoding.Latin1.GetString(answer.AsSpan(0, end)).Split(' ')[1], CultureInfo.InvariantCulture);
        var (type, body) = Written(status, head.Split(' ', '?')[1], Encoding.UTF8.GetString(answer.AsSpan(end + HeadEnd.Length)));
        var accepted = lines.FirstOrDefault(line => line.StartsWith(AcceptLine, StringComparison.OrdinalIgnoreCase))?[AcceptLine.Length..] ?? "*/*";
        var ranges = accepted.Split(',').Select(range => range.Split(';')[0].Trim());
        var reply = ranges.Any(range => range == "*/*" || range == type)
            ? RawServer.Http(status, body, $"Content-Type: {type}\r\n")
            : RawServer.Http(406, string.Empty, string.Empty);
        await stream.WriteAsync(reply, token);
    }

    private (string Type, string Body) Written(int status, string path, string body) => status != 200 ? (Operation.JsonMediaType, body)
        : Project.Contract.Find("GET", path)?.Operation switch
        {
            { Id: "health/query-time" } => (Operation.JsonMediaType, JsonSerializer.Serialize(body)),
            { Id: "health/query-status" } => ("text/plain", body),
            { Id: "sql-performance/query-workload-report" } => ("application/octet-stream", body),
            { Shape: not AnswerShape.Bare } => (enveloped, body),
            _ => (Operation.JsonMediaType, body),
        };
}
