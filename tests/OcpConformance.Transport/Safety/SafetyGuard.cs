using OcpConformance.Contract.Catalog;

namespace OcpConformance.Transport.Safety;

/// <summary>
/// The last gate before the network: lets nothing but GET through to a guarded target unless the effect of the
/// operation is allowed. Sits below everything that composes requests, so that no mistake above it can do harm.
/// </summary>
/// <param name="guarded">Whether the target is guarded.</param>
/// <param name="allowed">The effects that are allowed.</param>
/// <param name="inner">What sends.</param>
public sealed class SafetyGuard(bool guarded, IReadOnlySet<Effect> allowed, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Where a request says what it may do to the target; a request that does not say may do anything.</summary>
    public static HttpRequestOptionsKey<Effect> EffectKey { get; } = new("ocp-conformance.effect");

    /// <summary>Whether a request may be sent to a guarded target. A check that is sent with POST is trusted to change nothing only where writing is allowed anyway.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="effect">What the request may do.</param>
    /// <param name="allowed">The effects that are allowed.</param>
    public static bool Allows(string method, Effect effect, IReadOnlySet<Effect> allowed) => effect == Effect.Read
        ? method == "GET" || allowed.Contains(Effect.Write)
        : allowed.Contains(effect);

    /// <inheritdoc />
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var effect = request.Options.TryGetValue(EffectKey, out var stated) ? stated : Effect.Disrupt;
        return !guarded || Allows(request.Method.Method, effect, allowed)
            ? base.SendAsync(request, cancellationToken)
            : throw new SafetyException($"{request.Method} {request.RequestUri?.AbsolutePath} was not sent: it may {Words(effect)}, and OCP_EFFECTS does not allow that.");
    }

    private static string Words(Effect effect) => effect switch
    {
        Effect.Read => "change something, since it is no GET",
        Effect.Write => "change something",
        Effect.Destroy => "remove something for good",
        _ => "interrupt a service",
    };
}
