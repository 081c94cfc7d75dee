using OcpConformance.Report.Model;
using OcpConformance.Transport.Throttling;

namespace OcpConformance.Engine.Results;

/// <summary>Says how a target throttled a run.</summary>
internal static class ThrottlingBuilder
{
    public static ThrottlingInfo? Build(RequestThrottle? throttle) =>
        throttle is null || (throttle.Rejections == 0 && throttle.Waited == TimeSpan.Zero)
            ? null
            : new ThrottlingInfo(throttle.Rejections, (long)throttle.Waited.TotalMilliseconds, (long)throttle.Budget.TotalMilliseconds);
}
