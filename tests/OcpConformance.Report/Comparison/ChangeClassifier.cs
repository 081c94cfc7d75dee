using System.IO.Enumeration;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Comparison;

/// <summary>Says what became of each requirement between two runs. A waived violation is a violation.</summary>
internal sealed class ChangeClassifier
{
    private readonly ResultDocument before;
    private readonly ResultDocument after;
    private readonly bool contractsDiffer;
    private readonly HashSet<string> asked;

    public ChangeClassifier(ResultDocument before, ResultDocument after)
    {
        this.before = before;
        this.after = after;
        contractsDiffer = (before.Contract.Digest, before.Contract.Version, before.Contract.Edition, before.Suite.Version)
            != (after.Contract.Digest, after.Contract.Version, after.Contract.Edition, after.Suite.Version);
        asked = after.Exchanges.Where(exchange => exchange.Request is not null).SelectMany(Names).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Every requirement of either result, those of the later one first.</summary>
    public IEnumerable<RequirementChange> Changes()
    {
        var old = before.Requirements.ToDictionary(requirement => requirement.Id, StringComparer.Ordinal);
        var kept = after.Requirements.Select(requirement => requirement.Id).ToHashSet(StringComparer.Ordinal);
        return after.Requirements.Select(requirement => Change(old.GetValueOrDefault(requirement.Id), requirement))
            .Concat(before.Requirements.Where(requirement => !kept.Contains(requirement.Id)).Select(requirement => Change(requirement, null)));
    }

    private RequirementChange Change(RequirementResult? was, RequirementResult? now)
    {
        var kind = was is null && Lacks(before, now!.Scope) ? ChangeKind.Added
            : now is null && Lacks(after, was!.Scope) ? ChangeKind.Removed
            : (State(was), State(now)) switch
            {
                (Seen.Violated, Seen.Violated) => ChangeKind.StillViolating,
                (_, Seen.Violated) => ChangeKind.NewViolation,
                (Seen.Violated, Seen.Holding) => IsRepeated(was!, now!) ? ChangeKind.Fixed : ChangeKind.LostCoverage,
                (Seen.Violated or Seen.Holding, Seen.Nothing) => ChangeKind.LostCoverage,
                (Seen.Nothing, Seen.Holding) => ChangeKind.GainedCoverage,
                _ => ChangeKind.Unchanged,
            };
        return new RequirementChange(kind, was, now, Note(kind, was, now));
    }

    // What is absent is either unknown to the contract, or was not asked; only the former is nobody's loss.
    private bool Lacks(ResultDocument result, string scope)
    {
        if (!contractsDiffer)
        {
            return false;
        }

        var asksAll = before.Target.Kind != TargetKind.Recorded && after.Target.Kind != TargetKind.Recorded;
        return scope is Requirement.EnvelopeScope or Requirement.ProtocolScope
            ? asksAll && Selection(before) == Selection(after)
            : result.Contract.LeftOut?.Any(operation => operation.Operation == scope) == true
                || result.Requirements.Any(requirement => requirement.Scope == scope)
                || (asksAll && Selection(result).Split(',', StringSplitOptions.TrimEntries).Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, scope)));
    }

    // A violation is fixed where it was looked for again: in the exchanges that showed it, and in as many as before.
    private bool IsRepeated(RequirementResult was, RequirementResult now)
    {
        var exchanges = before.Exchanges.ToLookup(exchange => exchange.Id, StringComparer.Ordinal);
        var showing = Violating(was).ToList();
        var again = showing.TrueForAll(evidence => exchanges[evidence.Exchange].SelectMany(Names).Any(asked.Contains));
        return again && (IsEitherRecorded || now.ConformsIn >= was.ConformsIn + showing.Count);
    }

    // Recordings number their exchanges, so there the scenario has to do.
    private IEnumerable<string> Names(ExchangeResult exchange) =>
        exchange.Operation is null ? [] : [IsEitherRecorded ? $"{exchange.Operation}/{exchange.Scenario}" : exchange.Id];

    private bool IsEitherRecorded => before.Target.Kind == TargetKind.Recorded || after.Target.Kind == TargetKind.Recorded;

    private static string Note(ChangeKind kind, RequirementResult? was, RequirementResult? now) => kind switch
    {
        ChangeKind.Removed or ChangeKind.Unchanged => string.Empty,
        ChangeKind.LostCoverage when now is null => "the run did not ask for it",
        ChangeKind.LostCoverage when State(now) == Seen.Holding => $"what violated it was not asked again as often: {string.Join(", ", Violating(was!).Select(evidence => evidence.Exchange))}",
        ChangeKind.Fixed => Finding(was!),
        _ => State(now) == Seen.Violated ? Finding(now!) : now!.Reason?.Text ?? string.Empty,
    };

    private static string Finding(RequirementResult requirement)
    {
        var waived = requirement.Waiver is { } waiver ? $", waived by {waiver.Owner}, {waiver.Ticket}" : string.Empty;
        return Violating(requirement).FirstOrDefault() is { } evidence
            ? $"{evidence.Findings?[0].Actual.Text ?? "violated"} in {evidence.Exchange}{waived}"
            : waived.TrimStart(',', ' ');
    }

    private static IEnumerable<EvidenceResult> Violating(RequirementResult requirement) =>
        requirement.Evidence.Where(evidence => evidence.Verdict is VerdictKind.Violates or VerdictKind.Waived);

    private static string Selection(ResultDocument result) => result.Settings.TryGetValue(Vocabulary.SelectSetting, out var selection) ? selection : "*";

    private static Seen State(RequirementResult? requirement) => requirement?.Verdict switch
    {
        VerdictKind.Violates or VerdictKind.Waived => Seen.Violated,
        VerdictKind.Conforms => Seen.Holding,
        _ => Seen.Nothing,
    };

    private enum Seen
    {
        Nothing,
        Holding,
        Violated,
    }
}
