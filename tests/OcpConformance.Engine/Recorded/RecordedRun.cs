using OcpConformance.Contract.Catalog;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Sending;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.Report.Model;

namespace OcpConformance.Engine.Recorded;

/// <summary>Judges recorded traffic with the same verdicts and results as a run against a server.</summary>
/// <param name="whole">The whole contract.</param>
/// <param name="settings">The settings.</param>
/// <param name="clock">The time of the run; judging goes by the times of the recording.</param>
public sealed class RecordedRun(ContractCatalog whole, RunSettings settings, TimeProvider clock)
{
    /// <summary>Judges everything that was recorded.</summary>
    public RunOutcome Execute(RecordedTraffic traffic)
    {
        var startedAt = clock.GetLocalNow();
        var start = clock.GetTimestamp();
        var scope = RunScope.For(whole, settings.Version, traffic.ReportedVersion, settings.Edition);
        var target = new RunTarget(TargetKind.Recorded, new Uri(Path.GetFullPath(traffic.File)));
        var judging = new RunJudge(scope, settings, target, new RunProgress());
        var covered = judging.Cover(traffic.Plan).ToDictionary(planned => planned.Id, StringComparer.Ordinal);
        var exchanges = traffic.Exchanges
            .Where(exchange => covered.ContainsKey(exchange.Planned.Id))
            .Select(exchange => exchange with
            {
                Planned = covered[exchange.Planned.Id],
                Exchange = exchange.Exchange is { } evidence ? evidence with { Operation = covered[exchange.Planned.Id].Operation } : null,
            })
            .ToList();
        return judging.Finish(exchanges, [], traffic.Unmatched, traffic.UnknownPathAnswer, null, startedAt, clock.GetElapsedTime(start));
    }
}
