using System.Globalization;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Formats;

namespace OcpConformance.Engine.Concluding;

/// <summary>How much of what a run requires was exercised: holds or is violated.</summary>
/// <param name="Exercised">Requirements that were.</param>
/// <param name="Missing">Ids of those that were not, in the order of the contract.</param>
public sealed record ExercisedShare(int Exercised, IReadOnlyList<string> Missing)
{
    private int All => Exercised + Missing.Count;

    /// <summary>The share of a run.</summary>
    public static ExercisedShare Of(IReadOnlyList<ExchangeOutcome> outcomes)
    {
        var requirements = outcomes.SelectMany(outcome => outcome.Verdicts).ToLookup(verdict => verdict.Requirement.Id, verdict => verdict.Kind, StringComparer.Ordinal);
        var missing = requirements.Where(kinds => !kinds.Any(kind => kind is VerdictKind.Conforms or VerdictKind.Violates)).Select(kinds => kinds.Key).ToList();
        return new ExercisedShare(requirements.Count - missing.Count, missing);
    }

    /// <summary>What is missing; null where enough was exercised.</summary>
    /// <param name="demanded">The share that is demanded, in percent.</param>
    public Message? Shortfall(int demanded) => (long)Exercised * 100 >= (long)demanded * All ? null : Message.Of(
        "too-few-exercised", Exercised, All, Percent.ToString("0.0", CultureInfo.InvariantCulture), SettingNames.MinExercised, demanded, NameList.Argument(Missing));

    // Rounded down, so that what is too little never looks like enough.
    private double Percent => Math.Floor(1000.0 * Exercised / All) / 10;
}
