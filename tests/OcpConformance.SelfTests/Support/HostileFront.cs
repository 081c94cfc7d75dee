using System.Text;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Running;
using OcpConformance.Engine.Settings;
using OcpConformance.MockOcp.Hosting;

namespace OcpConformance.SelfTests.Support;

/// <summary>A server in front of the mock: it answers one valid request in a hostile way and passes all others on.</summary>
internal sealed class HostileFront : IAsyncDisposable
{
    /// <summary>The exchange that is answered in a hostile way.</summary>
    public const string Exchange = "backup/query-backup-ability/nominal/complete";

    private const string Select = "backup/query-backup-*";
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    private readonly MockServer mock;
    private readonly HttpClient client = new();
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

    /// <summary>A run with a time limit of a second for each exchange.</summary>
    public Task<RunOutcome> RunAsync(int parallel = 8)
    {
        var second = TimeSpan.FromSeconds(1);
        var settings = new RunSettings { Select = [Select], Parallel = parallel, Timeout = second, ConnectTimeout = second, RateBudget = TimeSpan.FromSeconds(2) };
        var target = RunTarget.WithBasic(RunTarget.Mock, Server.Url, mock.Options.UserName, InProcess.Password);
        return new ConformanceRun(Project.Contract, settings, target, TimeProvider.System)
            .ExecuteAsync(ScenarioPlanner.ForMock(Project.Contract, Project.Fixtures, settings.Select), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        client.Dispose();
        await mock.DisposeAsync();
    }

    private async Task AnswerAsync(string head, Stream stream, HostileAnswer hostile, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(mock.Url, head.Split(' ')[1]));
        if (head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Authorization: ", StringComparison.Ordinal)) is { } authorization)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization["Authorization: ".Length..]);
        }

        using var response = await client.SendAsync(request, token);
        var body = await response.Content.ReadAsByteArrayAsync(token);
        if (head.StartsWith(hostileLine, StringComparison.Ordinal) && response.IsSuccessStatusCode)
        {
            await hostile.SendAsync(body, stream, token);
            return;
        }

        var start = Encoding.ASCII.GetBytes($"HTTP/1.1 {(int)response.StatusCode} Status\r\nContent-Type: {response.Content.Headers.ContentType}\r\nContent-Length: {body.Length}\r\nConnection: close");
        await stream.WriteAsync((byte[])[.. start, .. HeadEnd, .. body], token);
    }
}
