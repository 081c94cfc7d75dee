using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace OcpConformance.SelfTests.Support;

/// <summary>A server of another make on loopback: it answers with whatever bytes a test says, and keeps what it was sent.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly CancellationTokenSource ending = new();
    private readonly List<string> requests = [];
    private readonly HashSet<TcpClient> connections = [];
    private readonly Func<string, Stream, CancellationToken, Task> answer;
    private readonly X509Certificate2? certificate;
    private TcpListener listener = new(IPAddress.Loopback, 0);
    private Task accepting;

    /// <param name="answer">Gets the head of a request and the stream to answer on; the connection is closed afterwards.</param>
    /// <param name="certificate">Makes it a TLS server.</param>
    public RawServer(Func<string, Stream, CancellationToken, Task> answer, X509Certificate2? certificate = null)
    {
        (this.answer, this.certificate) = (answer, certificate);
        listener.Start();
        Url = new Uri($"{(certificate is null ? "http" : "https")}://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = AcceptAsync();
    }

    public Uri Url { get; }

    /// <summary>The first lines of all requests so far.</summary>
    public IReadOnlyList<string> RequestLines => [.. Heads.Select(head => head.Split("\r\n")[0])];

    /// <summary>The heads of all requests so far.</summary>
    public IReadOnlyList<string> Heads
    {
        get
        {
            lock (requests)
            {
                return [.. requests];
            }
        }
    }

    /// <summary>An answer with a head made for its body.</summary>
    public static byte[] Http(int status, string body, string headers = "Content-Type: application/json\r\n") =>
        Encoding.UTF8.GetBytes($"HTTP/1.1 {status} Status\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");

    /// <summary>Makes the end of an answer a reset of the connection.</summary>
    public static void Reset(Stream stream) => ((NetworkStream)stream).Socket.LingerState = new LingerOption(enable: true, 0);

    /// <summary>Stops listening, and resets every connection that is open.</summary>
    public void Die()
    {
        listener.Stop();
        lock (connections)
        {
            foreach (var connection in connections)
            {
                connection.LingerState = new LingerOption(enable: true, 0);
                connection.Close();
            }
        }
    }

    /// <summary>Listens on the same port again.</summary>
    public void ComeBack()
    {
        listener = new TcpListener(IPAddress.Loopback, Url.Port);
        listener.Start();
        accepting = Task.WhenAll(accepting, AcceptAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await accepting;
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(ServeAsync(await listener.AcceptTcpClientAsync(ending.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        lock (connections)
        {
            connections.Add(client);
        }

        try
        {
            await AnswerAsync(client.GetStream());
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException or SocketException or ObjectDisposedException)
        {
            // One side broke off, which is what some of these servers provoke.
        }
        finally
        {
            lock (connections)
            {
                connections.Remove(client);
                client.Dispose();
            }
        }
    }

    private async Task AnswerAsync(Stream stream)
    {
        if (certificate is not null)
        {
            var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, ending.Token);
            stream = secure;
        }

        var head = await ReadHeadAsync(stream);
        lock (requests)
        {
            requests.Add(head);
        }

        await answer(head, stream, ending.Token);
        await stream.FlushAsync(ending.Token);
    }

    private async Task<string> ReadHeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, ending.Token) == 1)
        {
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
