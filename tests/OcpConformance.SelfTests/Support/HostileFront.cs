using System.Globalization;
using System.Net.Sockets;
using System.Text;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Session;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.Report.Model;

namespace OcpConformance.SelfTests.Support;

/// <summary>A server in front of the mock: it answers one valid request of one operation in a hostile way and passes all others on.</summary>
internal sealed class HostileFront : IAsyncDisposable
{
    /// <summary>The operation that is answered in a hostile way, wherever it would succeed for the object of the exchange below.</summary>
    public const string Operation = "backup/query-backup-ability";

    /// <summary>Its valid exchange.</summary>
    public const string Exchange = $"{Operation}/nominal/complete";

    private const string Select = "backup/query-backup-*";
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    private readonly MockServer mock;
    private readonly string hostileLine;

    private HostileFront(MockServer mock, HostileAnswer hostile)
    {
        this.mock = mock;
        hostileLine = $"GET {ScenarioPlanner.ForMock(Project.Contract, Project.Fixtures, [Select]).Where(planned => planned.Id == Exchange).Select(planned => planned.Operation.Path.Fill(planned.Values)).Single()} ";
        Server = new RawServer((head, stream, token) => AnswerAsync(head, stream, hostile, token));
    }

    /// <summary>What listens.</summary>
    public RawServer Server { get; }

    public static async Task<HostileFront> StartAsync(HostileAnswer hostile) =>
        new(await MockServer.StartAsync(Project.Contract, Project.Fixtures, new MockOptions { Password = InProcess.Password }), hostile);

    /// <summary>A run with a time limit of three seconds for each exchange, which a busy machine needs for the honest ones.</summary>
    public Task<RunOutcome> RunAsync(int parallel = 8)
    {
        var limit = TimeSpan.FromSeconds(3);
        var settings = new RunSettings { Select = [Select], Parallel = parallel, Timeout = limit, ConnectTimeout = limit, RateBudget = TimeSpan.FromSeconds(2) };
        var target = RunTarget.WithBasic(TargetKind.Mock, Server.Url, mock.Options.UserName, InProcess.Password);
        return new ConformanceRun(Project.Contract, settings, target, TimeProvider.System)
            .ExecuteAsync(ScenarioPlanner.ForMock(Project.Contract, Project.Fixtures, settings.Select), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await mock.DisposeAsync();
    }

    private async Task AnswerAsync(string head, Stream stream, HostileAnswer hostile, CancellationToken token)
    {
        var answer = await AskAsync(mock.Url, head, stream, token);
        await (head.StartsWith(hostileLine, StringComparison.Ordinal) && answer.AsSpan().StartsWith("HTTP/1.1 200 "u8)
            ? hostile.SendAsync(answer[(answer.AsSpan().IndexOf(HeadEnd) + HeadEnd.Length)..], stream, token)
            : stream.WriteAsync(answer, token).AsTask());
    }

    /// <summary>Passes a request on as it came, but for the connection, and returns all that is answered.</summary>
    public static async Task<byte[]> AskAsync(Uri url, string head, Stream stream, CancellationToken token)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port, token);
        var connection = client.GetStream();
        await connection.WriteAsync(Encoding.Latin1.GetBytes($"{head[..^2]}Connection: close\r\n\r\n"), token);
        if (head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal)) is { } length)
        {
            var body = new byte[int.Parse(length["Content-Length: ".Length..], CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(body, token);
            await connection.WriteAsync(body, token);
        }

        using var answer = new MemoryStream();
        await connection.CopyToAsync(answer, token);
        return answer.ToArray();
    }
}
