using System.Net;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Transport.Safety;
using OcpConformance.Transport.Throttling;
using RestSharp;

namespace OcpConformance.Transport.Sending;

/// <summary>Talks to one target. Safe for many requests at once; connections are shared.</summary>
public sealed class TargetClient : IDisposable
{
    private readonly TargetOptions options;
    private readonly TimeProvider clock;
    private readonly RestClient client;
    private readonly EvidenceBudget room;

    /// <summary>Makes a client.</summary>
    /// <param name="options">How to talk to the target.</param>
    /// <param name="clock">Measures and limits the time.</param>
    public TargetClient(TargetOptions options, TimeProvider clock)
    {
        this.options = options;
        this.clock = clock;
        room = new EvidenceBudget(options.MaxEvidenceBytes);
        Throttle = new RequestThrottle(options.RateBudget, clock);
        Logins = new LoginBudget(options.Guarded);
        var sockets = new FreshConnectionHandler(Sockets(), Sockets(), options.Proxy?.Credentials is not null);
        var guard = new SafetyGuard(options.Guarded, options.AllowedEffects, options.Ledger, new NoRetryHandler(sockets));
        var handler = new RecordingHandler(new AnswerReader(options.MaxBodyBytes, room), options.Proxy, clock, guard);
        client = new RestClient(handler, disposeHandler: true, rest =>
        {
            rest.FollowRedirects = false;
            rest.ThrowOnAnyError = false;
            rest.Timeout = Timeout.InfiniteTimeSpan;
            rest.UserAgent = "OcpConformance";
        });
    }

    /// <summary>Holds requests back where the target limits them.</summary>
    public RequestThrottle Throttle { get; }

    /// <summary>Holds requests back where they could lock a user.</summary>
    public LoginBudget Logins { get; }

    /// <summary>
    /// Sends a request and waits for the whole answer, or for the failure. A request that the target rejects with HTTP 429
    /// was not executed; it is composed and sent again, as long as the throttle says so.
    /// </summary>
    /// <exception cref="SafetyException">The settings do not allow the effect of the request, or it could lock a user.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<WireRecord> SendAsync(OutgoingRequest outgoing, CancellationToken cancellationToken)
    {
        WireRecord? throttled = null;
        for (var notBefore = TimeSpan.Zero; ;)
        {
            WireRecord record;
            TimeSpan? again;
            try
            {
                (record, again) = await SendInTurnAsync(outgoing, notBefore, cancellationToken).ConfigureAwait(false);
            }
            catch (SafetyException) when (throttled is not null)
            {
                // What the target rejected is the last word where it may not be asked again.
                return throttled;
            }

            if (again is not { } moment)
            {
                return record with { Throttled = throttled };
            }

            // One rejection is evidence enough.
            room.Give(throttled is null ? 0 : AnswerReader.SizeOf(record.Answer!));
            throttled ??= record;
            notBefore = moment;
        }
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = options.ConnectTimeout,
        MaxResponseHeadersLength = TargetOptions.MaxHeaderKilobytes,
        Proxy = options.Proxy is { } proxy ? new WebProxy(proxy.Address) { Credentials = proxy.Credentials } : null,
        SslOptions = CertificateCheck.For(options, clock),
        UseCookies = false,
        UseProxy = options.Proxy is not null,
    };

    private async Task<(WireRecord Record, TimeSpan? Again)> SendInTurnAsync(OutgoingRequest outgoing, TimeSpan notBefore, CancellationToken cancellationToken)
    {
        var login = outgoing.Credentials?.Login;
        var atMostOnce = await Logins.EnterAsync(login, cancellationToken).ConfigureAwait(false);
        WireRecord? record = null;
        try
        {
            TimeSpan? again;
            var mark = await Throttle.EnterAsync(notBefore, cancellationToken).ConfigureAwait(false);
            try
            {
                record = await SendOnceAsync(outgoing, atMostOnce, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                again = Throttle.Leave(mark, record?.Answer);
            }

            return (record, again);
        }
        finally
        {
            Logins.Leave(login, record?.Answer, reached: record is { Failure: not { IsWithoutConnection: true } });
        }
    }

    private async Task<WireRecord> SendOnceAsync(OutgoingRequest outgoing, bool atMostOnce, CancellationToken cancellationToken)
    {
        var recording = new Recording();
        var request = Compose(outgoing, recording, atMostOnce);
        using var deadline = new CancellationTokenSource(options.ExchangeTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var response = await client.ExecuteAsync(request, either.Token).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (response.ErrorException is SafetyException held)
        {
            throw held;
        }

        var sent = recording.Request ?? new ExchangeRequest(outgoing.Method, Address(outgoing), []);
        var failure = recording.Answer is null
            ? recording.Failure ?? FailureReader.Read(response.ErrorException ?? new IOException(), sent.Url, options.Proxy)
            : null;
        return new WireRecord(sent, recording.Answer, failure, recording.StartedAt, recording.Elapsed);
    }

    private RestRequest Compose(OutgoingRequest outgoing, Recording recording, bool atMostOnce)
    {
        var url = Address(outgoing);
        var request = new RestRequest(url, Enum.Parse<Method>(outgoing.Method, ignoreCase: true));
        List<Header> headers =
        [
            new(Header.Accept, outgoing.Accept),
            new(Header.AcceptLanguage, outgoing.Language ?? options.Language),
            new("Accept-Encoding", ContentCoding.Accepted),
            .. outgoing.Headers,
        ];
        if (outgoing.Body is { } body)
        {
            request.AddBody(body.ToArray(), outgoing.BodyMediaType);
            headers.Add(new Header("Content-Type", outgoing.BodyMediaType));
        }

        var proof = outgoing.Credentials?.Headers(outgoing.Method, url, headers, (outgoing.Body ?? default).Span, clock.GetUtcNow()) ?? [];
        foreach (var header in headers.Where(header => header.Name != "Content-Type").Concat(proof))
        {
            request.AddOrUpdateHeader(header.Name, header.Value);
        }

        request.Interceptors = [new Attachment(recording, outgoing, atMostOnce)];
        return request;
    }

    private Uri Address(OutgoingRequest outgoing) =>
        new(options.BaseUrl.AbsoluteUri.TrimEnd('/') + outgoing.PathAndQuery);
}
