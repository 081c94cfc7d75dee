using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Report.Model;
using OcpConformance.Report.Violations;

namespace OcpConformance.Report.Html;

/// <summary>What the template of the HTML report shows beside the result itself.</summary>
internal sealed record PageModel
{
    public required IReadOnlyList<CauseView> Causes { get; init; }

    public required IReadOnlyList<CauseView> WaivedCauses { get; init; }

    /// <summary>Ids of violated requirements, over all causes.</summary>
    public required int Violations { get; init; }

    public required IReadOnlyList<BarPart> Verdicts { get; init; }

    public required IReadOnlyList<AreaView> Areas { get; init; }

    public required IReadOnlyList<ReasonView> Reasons { get; init; }

    public required IReadOnlyList<ReasonView> BlockedExchanges { get; init; }

    public required IReadOnlyList<ErratumView> Errata { get; init; }

    public required IReadOnlyList<ScenarioView> Scenarios { get; init; }

    public required IReadOnlyList<UndocumentedView> Undocumented { get; init; }
}

/// <summary>A cause as the report shows it.</summary>
/// <param name="Number">Its number in the report, from 1.</param>
/// <param name="Cause">The cause.</param>
/// <param name="Operations">How many operations show it.</param>
/// <param name="First">The requirement that stands for it.</param>
/// <param name="Findings">What is wrong in the exchange that stands for it.</param>
/// <param name="Example">That exchange; null where the report leaves the details to conformance.json.</param>
/// <param name="Listed">The exchanges that are listed by name.</param>
internal sealed record CauseView(
    int Number, Cause Cause, int Operations, RequirementResult First, IReadOnlyList<FindingResult> Findings, ExchangeView? Example, IReadOnlyList<CauseMember> Listed);

/// <summary>An exchange as the report shows it.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="RequestLines">The body of the request.</param>
/// <param name="Headers">The headers of the answer, each with what is wrong with it.</param>
/// <param name="AnswerLines">The body of the answer.</param>
/// <param name="Bytes">The beginning of a body that is no text, in hexadecimal; null where it is.</param>
/// <param name="Unplaced">Findings that no place of the answer can show.</param>
internal sealed record ExchangeView(
    ExchangeResult Exchange,
    IReadOnlyList<BodyLine> RequestLines,
    IReadOnlyList<HeaderView> Headers,
    IReadOnlyList<BodyLine> AnswerLines,
    string? Bytes,
    IReadOnlyList<FindingResult> Unplaced);

/// <summary>A header as the report shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Findings">What is wrong with it.</param>
internal sealed record HeaderView(string Name, string Value, IReadOnlyList<FindingResult> Findings);

/// <summary>What became of an area of the API.</summary>
/// <param name="Area">Its name; null for what every answer has in common.</param>
/// <param name="Requirements">Its requirements, and those that were exercised.</param>
/// <param name="Verdicts">Its requirements by verdict.</param>
/// <param name="Coverage">Its operations, members and values; null for what every answer has in common.</param>
internal sealed record AreaView(string? Area, CoverageCount Requirements, IReadOnlyList<BarPart> Verdicts, AreaCoverage? Coverage)
{
    public IReadOnlyList<BarPart> Operations => Seen(Coverage?.Operations);

    public IReadOnlyList<BarPart> Members => Seen(Coverage?.Members);

    public IReadOnlyList<BarPart> Values => Seen(Coverage?.Values);

    private static IReadOnlyList<BarPart> Seen(CoverageCount? count) =>
        count is null ? [] : Bar.Of(("seen", count.Seen), ("unseen", count.Documented - count.Seen));
}

/// <summary>A reason why something could not be judged.</summary>
/// <param name="Verdict">What it became: blocked or not exercised.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Count">How many it concerns.</param>
/// <param name="Example">Id of the first of them.</param>
internal sealed record ReasonView(VerdictKind Verdict, Message Reason, int Count, string Example);

/// <summary>A contradiction of the documentation.</summary>
/// <param name="Erratum">The contradiction.</param>
/// <param name="File">The contract file that records it.</param>
/// <param name="Place">The structure and the place in it, or the id of a requirement.</param>
/// <param name="Page">A documentation page that shows it.</param>
/// <param name="Requirements">How many requirements it concerns.</param>
internal sealed record ErratumView(ErratumInfo Erratum, string File, string Place, string Page, int Requirements);

/// <summary>What was sent for a scenario.</summary>
/// <param name="Scenario">The scenario, with <c>*</c> for any parameter; null for what the run asked for itself.</param>
/// <param name="Sent">How many requests were sent.</param>
/// <param name="Methods">The HTTP methods and how many requests have each, in words.</param>
/// <param name="Statuses">The HTTP statuses of the answers and how many have each, in words.</param>
/// <param name="Unanswered">How many were not answered.</param>
internal sealed record ScenarioView(string? Scenario, int Sent, string Methods, string Statuses, int Unanswered);

/// <summary>A member that answers have and the documentation does not know.</summary>
/// <param name="Place">Its place in the answer.</param>
/// <param name="Operations">How many operations have it.</param>
/// <param name="Exchanges">In how many exchanges it was seen.</param>
/// <param name="Example">The first of the operations.</param>
internal sealed record UndocumentedView(string Place, int Operations, int Exchanges, string Example);
