namespace OcpConformance.Transport.Sending;

/// <summary>
/// Sends a request that must reach the target at most once over a connection of its own. The connection pool would repeat
/// one whose connection breaks before the answer begins; here it finds no second connection for it.
/// </summary>
internal sealed class FreshConnectionHandler : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<ConnectionCount> Connections = new("ocp-conformance.connections");

    private readonly HttpMessageInvoker fresh;

    /// <param name="pooled">Sends everything else.</param>
    /// <param name="fresh">Sends what must reach the target at most once; it is changed accordingly.</param>
    /// <param name="proxyAsks">Whether a proxy may ask for credentials of its own before it passes the request on.</param>
    public FreshConnectionHandler(HttpMessageHandler pooled, SocketsHttpHandler fresh, bool proxyAsks)
        : base(pooled)
    {
        var most = proxyAsks ? 2 : 1;
        fresh.PooledConnectionLifetime = TimeSpan.Zero;
        fresh.PlaintextStreamFilter = (context, _) =>
            !context.InitialRequestMessage.Options.TryGetValue(Connections, out var count) || ++count.Value <= most
                ? ValueTask.FromResult(context.PlaintextStream)
                : throw new IOException("the request is not sent twice");
        this.fresh = new HttpMessageInvoker(fresh);
    }

    /// <summary>Where a request says that it must reach the target at most once.</summary>
    public static HttpRequestOptionsKey<bool> AtMostOnceKey { get; } = new("ocp-conformance.at-most-once");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(AtMostOnceKey, out var atMostOnce) || !atMostOnce)
        {
            return base.SendAsync(request, cancellationToken);
        }

        request.Options.Set(Connections, new ConnectionCount());
        return fresh.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            fresh.Dispose();
        }

        base.Dispose(disposing);
    }

    private sealed class ConnectionCount
    {
        public int Value { get; set; }
    }
}
