using System.Text;
using OcpConformance.Engine.Targets;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;
using OcpConformance.Transport.Authentication;

namespace OcpConformance.SelfTests.Trust;

/// <summary>
/// An OCP that counts failed logins of its one user, who has a password and an access key, and locks him after three. What is
/// refused, and how, a test says.
/// </summary>
internal sealed class LockingServer : IAsyncDisposable
{
    private const int Most = 3;

    private readonly MockServer mock;
    private readonly Func<string, Stream, CancellationToken, Task>? refuse;
    private readonly Func<int, bool>? works;
    private int requests;
    private int failed;
    private int inARow;
    private int longestRow;

    private LockingServer(MockServer mock, Func<string, Stream, CancellationToken, Task>? refuse, Func<int, bool>? works)
    {
        (this.mock, this.refuse, this.works) = (mock, refuse, works);
        Server = new RawServer(AnswerAsync);
    }

    /// <summary>What listens.</summary>
    public RawServer Server { get; }

    /// <summary>How many requests were failed logins of the user, with whatever they were answered.</summary>
    public int FailedLogins => Volatile.Read(ref failed);

    /// <summary>The most of them without a login that succeeded in between.</summary>
    public int LongestRow => Volatile.Read(ref longestRow);

    /// <param name="refuse">Answers a failed login; null for what the mock says.</param>
    /// <param name="works">Whether right credentials are accepted, by how many requests came so far; null for always.</param>
    public static async Task<LockingServer> StartAsync(Func<string, Stream, CancellationToken, Task>? refuse = null, Func<int, bool>? works = null) =>
        new(await MockServer.StartAsync(Project.Contract, Project.Fixtures, new MockOptions { Password = InProcess.Password }), refuse, works);

    /// <summary>The target, as the settings of a run name it.</summary>
    /// <param name="signs">Whether requests are signed.</param>
    /// <param name="right">Whether the credentials are right.</param>
    /// <param name="both">Whether the other ones are known as well.</param>
    public RunTarget Target(bool signs, bool right, bool both = false)
    {
        var basic = new BasicCredentials(mock.Options.UserName, right ? InProcess.Password : "mistyped");
        var key = new AccessKeyCredentials(mock.Options.AccessKeyId, right ? mock.Options.AccessKeySecret : "mistyped");
        return new RunTarget(TargetKind.Live, Server.Url) { Basic = both || !signs ? basic : null, AccessKey = both || signs ? key : null, Signs = signs };
    }

    /// <summary>What an OCP answers a failed login with.</summary>
    public static byte[] Refusal() => RawServer.Http(401, UniformServer.Fresh("""{"error":{"code":1,"message":"no"},"status":401,"duration":0,"server":"a","successful":false,"timestamp":"#now","traceId":""}"""));

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await mock.DisposeAsync();
    }

    private async Task AnswerAsync(string head, Stream stream, CancellationToken token)
    {
        if (head.Length == 0)
        {
            return;
        }

        var number = Interlocked.Increment(ref requests);
        var answer = await HostileFront.AskAsync(mock.Url, head, stream, token);
        if (!NamesUser(head))
        {
            await stream.WriteAsync(answer, token);
            return;
        }

        var accepted = !answer.AsSpan().StartsWith("HTTP/1.1 401 "u8) && works?.Invoke(number) != false && FailedLogins < Most;
        if (accepted)
        {
            Interlocked.Exchange(ref inARow, 0);
            await stream.WriteAsync(answer, token);
            return;
        }

        Interlocked.Increment(ref failed);
        longestRow = Math.Max(longestRow, Interlocked.Increment(ref inARow));
        await (refuse is null ? stream.WriteAsync(Refusal(), token).AsTask() : refuse(head, stream, token));
    }

    private bool NamesUser(string head)
    {
        var authorization = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Authorization: ", StringComparison.OrdinalIgnoreCase))?["Authorization: ".Length..];
        return authorization is not null && (authorization.Contains($" {mock.Options.AccessKeyId}:", StringComparison.Ordinal) || UserOf(authorization) == mock.Options.UserName);
    }

    private static string? UserOf(string authorization)
    {
        var token = new byte[authorization.Length];
        return authorization.StartsWith("Basic ", StringComparison.Ordinal) && Convert.TryFromBase64String(authorization["Basic ".Length..], token, out var length)
            ? Encoding.UTF8.GetString(token, 0, length).Split(':')[0]
            : null;
    }
}
