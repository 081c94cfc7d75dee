using OcpConformance.Report.Model;

namespace OcpConformance.Report.Comparison;

/// <summary>A requirement beside itself in an earlier run.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">What it was; null where the earlier result does not have it.</param>
/// <param name="After">What it is; null where the later result does not have it.</param>
/// <param name="Note">What was found, or why nothing was; empty where there is nothing to say.</param>
public sealed record RequirementChange(ChangeKind Kind, RequirementResult? Before, RequirementResult? After, string Note)
{
    /// <summary>Its id.</summary>
    public string Id => Either.Id;

    /// <summary>The requirement as a sentence.</summary>
    public string Sentence => Either.Sentence.Text;

    /// <summary>Its level; both where it changed.</summary>
    public string Level => HasOtherLevel ? $"{Before!.Level.Word()} -> {After!.Level.Word()}" : Either.Level.Word();

    /// <summary>Whether it is of another level now.</summary>
    public bool HasOtherLevel => Before is not null && After is not null && Before.Level != After.Level;

    /// <summary>The verdicts before and after; <c>none</c> where a result does not have it.</summary>
    public string Verdicts => $"{Before?.Verdict.Word() ?? "none"} -> {After?.Verdict.Word() ?? "none"}";

    private RequirementResult Either => After ?? Before!;
}
