using System.Text;

namespace OcpConformance.SelfTests.Support;

/// <summary>
/// A server in front of another one that dies while it answers a certain request, and is back when the client has looked at
/// its clock so many times since, which it does when it begins to send a request.
/// </summary>
internal sealed class MortalServer : IAsyncDisposable
{
    private int left;

    /// <param name="behind">The server that answers.</param>
    /// <param name="isLast">Whether it dies, by the head of the request and how many came so far; only the first counts.</param>
    /// <param name="away">How many looks at the clock it is away for.</param>
    /// <param name="beginning">What it still says of the answer.</param>
    public MortalServer(Uri behind, Func<string, int, bool> isLast, int away, string beginning = "")
    {
        var dead = false;
        Server = new RawServer(async (head, stream, token) =>
        {
            if (dead || !isLast(head, Server!.RequestLines.Count))
            {
                await stream.WriteAsync(await HostileFront.AskAsync(behind, head, stream, token), token);
                return;
            }

            dead = true;
            await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning), token);
            Volatile.Write(ref left, away);
            Server.Die();
        });
        Clock = new BeginningClock(() =>
        {
            if (Volatile.Read(ref left) > 0 && Interlocked.Decrement(ref left) == 0)
            {
                Server.ComeBack();
            }
        });
    }

    /// <summary>What listens.</summary>
    public RawServer Server { get; }

    /// <summary>The clock of the client.</summary>
    public TimeProvider Clock { get; }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
