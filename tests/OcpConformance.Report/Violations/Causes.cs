using System.Text.RegularExpressions;
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
public static partial class Causes
{
    /// <summary>The causes of all requirements of a verdict: must before should, then those with most exchanges, then by id.</summary>
    /// <param name="result">The result.</param>
    /// <param name="verdict"><see cref="Vocabulary.Violates"/> or <see cref="Vocabulary.Waived"/>.</param>
    public static IReadOnlyList<Cause> Of(ResultDocument result, string verdict)
    {
        var structures = new StructurePlaces(result.Requirements);
        return [.. result.Requirements
            .Where(requirement => requirement.Verdict == verdict)
            .SelectMany(requirement => requirement.Evidence.Select(evidence => new CauseMember(requirement, evidence)))
            .GroupBy(member => (structures.Statement(member.Requirement), KindOfActual(member.Evidence)))
            .Select(group => new Cause(Strictest(group), structures.InStructure(group.First().Requirement), [.. group]))
            .OrderBy(cause => cause.Level, StringComparer.Ordinal)
            .ThenByDescending(cause => cause.Exchanges.Count)
            .ThenBy(cause => cause.Members[0].Requirement.Id, StringComparer.Ordinal)];
    }

    private static string Strictest(IEnumerable<CauseMember> members) =>
        members.Any(member => member.Requirement.Level == Vocabulary.Must) ? Vocabulary.Must : Vocabulary.Should;

    private static string KindOfActual(EvidenceResult evidence) =>
        evidence.Findings is [{ } first, ..] ? Kind().Match(first.Actual).Value : string.Empty;

    [GeneratedRegex("^(the (object|array|string|number|boolean)\\b|null|absent|HTTP [0-9]{3})")]
    private static partial Regex Kind();
}
