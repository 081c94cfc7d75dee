using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Violations;

/// <summary>
/// Groups violations by cause, so that what one fix repairs is one group. Two violations share a cause where both of these agree:
/// <list type="bullet">
/// <item>What is stated: for a schema its contract file, the place inside the structure of that file, and the keyword, wherever
/// an operation uses the structure; for a rule its id. What the envelope states has one requirement for all operations.</item>
/// <item>The kind of what is there instead: the JSON type, the HTTP status, or anything else. A member that is a number in one
/// answer and absent in another has two causes; two foreign values of an enumeration have one.</item>
/// </list>
/// </summary>
public static class Causes
{
    /// <summary>The causes of all requirements of a verdict: must before should, then those with most exchanges, then by id.</summary>
    /// <param name="result">The result.</param>
    /// <param name="verdict"><see cref="VerdictKind.Violates"/> or <see cref="VerdictKind.Waived"/>.</param>
    public static IReadOnlyList<Cause> Of(ResultDocument result, VerdictKind verdict)
    {
        var structures = new StructurePlaces(result.Requirements);
        return [.. result.Requirements
            .Where(requirement => requirement.Verdict == verdict)
            .SelectMany(requirement => requirement.Evidence.Select(evidence => new CauseMember(requirement, evidence)))
            .GroupBy(member => (structures.Statement(member.Requirement), KindOfActual(member.Evidence)))
            .Select(group => new Cause(Strictest(group), structures.InStructure(group.First().Requirement), [.. group]))
            .OrderBy(cause => cause.Level)
            .ThenByDescending(cause => cause.Exchanges.Count)
            .ThenBy(cause => cause.Members[0].Requirement.Id, StringComparer.Ordinal)];
    }

    private static Level Strictest(IEnumerable<CauseMember> members) =>
        members.Any(member => member.Requirement.Level == Level.Must) ? Level.Must : Level.Should;

    private static string KindOfActual(EvidenceResult evidence) =>
        evidence.Findings is [{ } first, ..] ? KindOf(first.Actual) : string.Empty;

    private static string KindOf(Message actual) =>
        actual is { Code: "http-answer" or "http-status" or "http-redirect" or "http-stack-trace", Arguments: [var status, ..] } ? $"{status.Value}"
        : actual.Code is "absent" || actual.Code?.StartsWith("value-", StringComparison.Ordinal) == true ? actual.Code
        : string.Empty;
}
