using OcpConformance.Contract.Catalog;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Model;
using OcpConformance.Transport.Safety;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Targets;

/// <summary>Turns settings into how to talk to a target.</summary>
internal static class TargetSettings
{
    /// <summary>How to talk to a target.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="target">The target; everything but the mock is guarded.</param>
    /// <param name="effects">What requests may do.</param>
    /// <param name="ledger">Where what may change the target is noted; null where nothing may.</param>
    public static TargetOptions Options(RunSettings settings, RunTarget target, IReadOnlySet<Effect> effects, WriteLedger? ledger) => new()
    {
        BaseUrl = target.BaseUrl,
        AllowedEffects = effects,
        Guarded = target.Kind != TargetKind.Mock,
        Ledger = ledger,
        ConnectTimeout = settings.ConnectTimeout,
        ExchangeTimeout = settings.Timeout,
        CertificateAuthorityFile = settings.TlsCa,
        InsecureTls = settings.TlsInsecure,
        Proxy = settings.Proxy,
        RateBudget = settings.RateBudget,
        Language = settings.Language,
    };
}
