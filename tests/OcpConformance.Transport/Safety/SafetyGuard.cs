using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Transport.Safety;

/// <summary>
/// The last gate before the network: lets nothing but GET through to a guarded target unless the effect of the
/// operation is allowed, and whatever may change something only when it stands in the ledger. Sits below everything that composes requests, so that no mistake above it can do harm.
/// </summary>
/// <param name="guarded">Whether the target is guarded.</param>
/// <param name="allowed">The effects that are allowed.</param>
/// <param name="ledger">Where requests that may change something are noted first; null where none may be sent.</param>
/// <param name="inner">What sends.</param>
public sealed class SafetyGuard(bool guarded, IReadOnlySet<Effect> allowed, WriteLedger? ledger, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly string[] Harmless = ["GET", "HEAD", "OPTIONS"];

    /// <summary>Where a request says what it may do to the target; a request that does not say may do anything.</summary>
    public static HttpRequestOptionsKey<Effect> EffectKey { get; } = new("ocp-conformance.effect");

    /// <summary>Where a request says what the ledger needs to know of it.</summary>
    public static HttpRequestOptionsKey<WriteNote?> NoteKey { get; } = new("ocp-conformance.note");

    /// <summary>Whether a request may be sent to a guarded target. A check that is sent with POST is trusted to change nothing only where writing is allowed anyway.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="effect">What the request may do.</param>
    /// <param name="allowed">The effects that are allowed.</param>
    public static bool Allows(string method, Effect effect, IReadOnlySet<Effect> allowed) => effect == Effect.Read
        ? method == "GET" || allowed.Contains(Effect.Write)
        : allowed.Contains(effect);

    /// <inheritdoc />
    /// <exception cref="SafetyException">The request may not be sent.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var effect = request.Options.TryGetValue(EffectKey, out var stated) ? stated : Effect.Disrupt;
        var method = request.Method.Method;
        if (guarded && !Allows(method, effect, allowed))
        {
            throw new SafetyException(Message.Of("effect-not-allowed", method, $"{request.RequestUri?.AbsolutePath}", Words(effect)));
        }

        if (!guarded || (effect == Effect.Read && Harmless.Contains(method)))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var book = ledger ?? throw new SafetyException(Message.Of("no-ledger", method, $"{request.RequestUri?.AbsolutePath}"));
        var note = request.Options.TryGetValue(NoteKey, out var given) ? given : null;
        book.Send(method, request.RequestUri!, note);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        book.Answer(method, request.RequestUri!, note, (int)response.StatusCode);
        return response;
    }

    private static Message Words(Effect effect) => effect switch
    {
        Effect.Read => Message.Of("effect-of-method"),
        Effect.Write => Message.Of("effect-write"),
        Effect.Destroy => Message.Of("effect-destroy"),
        _ => Message.Of("effect-disrupt"),
    };
}
