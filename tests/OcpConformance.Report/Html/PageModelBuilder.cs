using System.Globalization;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;
using OcpConformance.Report.Violations;

namespace OcpConformance.Report.Html;

/// <summary>Derives from a result what the template of the HTML report shows.</summary>
/// <param name="result">The result.</param>
internal sealed class PageModelBuilder(ResultDocument result)
{
    private const string FirstOfAll = "0";

    private readonly StructurePlaces structures = new(result.Requirements);

    public PageModel Build()
    {
        var causes = new CauseViews(result);
        var totals = result.Totals;
        return new PageModel
        {
            Causes = causes.Of(VerdictKind.Violates),
            WaivedCauses = causes.Of(VerdictKind.Waived),
            Violations = totals.MustViolations + totals.ShouldViolations,
            Verdicts = Bar.Of(
                ("must", totals.MustViolations),
                ("should", totals.ShouldViolations),
                (VerdictKind.Waived.Word(), totals.Waived),
                (VerdictKind.Blocked.Word(), totals.Blocked),
                (VerdictKind.NotExercised.Word(), totals.NotExercised),
                (VerdictKind.Conforms.Word(), totals.Conforms)),
            Areas = Areas(),
            Reasons = Reasons(),
            BlockedExchanges = BlockedExchanges(),
            Errata = Errata(),
            Scenarios = Scenarios(),
            Undocumented = Undocumented(),
        };
    }

    private List<AreaView> Areas()
    {
        var coverage = result.Coverage.Areas.ToDictionary(area => area.Area, StringComparer.Ordinal);
        return [.. result.Requirements
            .GroupBy(requirement => AreaOf(requirement.Scope), StringComparer.Ordinal)
            .OrderBy(area => area.Key ?? FirstOfAll, StringComparer.Ordinal)
            .Select(area => new AreaView(
                area.Key,
                new CoverageCount(area.Count(), area.Count(requirement => requirement.Verdict is VerdictKind.Conforms or VerdictKind.Violates or VerdictKind.Waived)),
                VerdictsOf([.. area]),
                area.Key is null ? null : coverage.GetValueOrDefault(area.Key)))];
    }

    private static IReadOnlyList<BarPart> VerdictsOf(List<RequirementResult> requirements)
    {
        return Bar.Of(
            ("must", requirements.Count(requirement => requirement.Verdict == VerdictKind.Violates && requirement.Level == Level.Must)),
            ("should", requirements.Count(requirement => requirement.Verdict == VerdictKind.Violates && requirement.Level != Level.Must)),
            Having(VerdictKind.Waived),
            Having(VerdictKind.Blocked),
            Having(VerdictKind.NotExercised),
            Having(VerdictKind.Conforms));

        (string, int) Having(VerdictKind verdict) => (verdict.Word(), requirements.Count(requirement => requirement.Verdict == verdict));
    }

    private static string? AreaOf(string scope) => scope.Contains('/', StringComparison.Ordinal) ? scope[..scope.IndexOf('/', StringComparison.Ordinal)] : null;

    private List<ReasonView> Reasons() =>
        [.. result.Requirements
            .Where(requirement => requirement.Verdict is VerdictKind.Blocked or VerdictKind.NotExercised)
            .GroupBy(requirement => (requirement.Verdict, Reason: ReasonKind(requirement)))
            .Select(group => new ReasonView(group.Key.Verdict, group.Key.Reason, group.Count(), group.First().Id))
            .OrderBy(reason => reason.Verdict.Word(), StringComparer.Ordinal)
            .ThenByDescending(reason => reason.Count)
            .ThenBy(reason => reason.Reason.Text, StringComparer.Ordinal)];

    // Reasons that name a single place or requirement are one reason.
    private static Message ReasonKind(RequirementResult requirement) => requirement.Reason switch
    {
        { Code: "no-such-place" } => Message.Of("no-such-member"),
        { Code: "rests-on-violated" } => Message.Of("rests-on-another"),
        null => Message.Of("no-reason"),
        var reason => reason,
    };

    private List<ReasonView> BlockedExchanges() =>
        [.. result.Exchanges
            .Where(exchange => exchange.Blocked is not null)
            .GroupBy(exchange => exchange.Blocked!)
            .Select(group => new ReasonView(VerdictKind.Blocked, group.Key, group.Count(), group.First().Id))
            .OrderByDescending(reason => reason.Count)
            .ThenBy(reason => reason.Reason.Text, StringComparer.Ordinal)];

    private List<ErratumView> Errata() =>
        [.. result.Requirements
            .Where(requirement => requirement.Erratum is not null)
            .GroupBy(requirement => (requirement.Erratum!, requirement.File))
            .Select(group => new ErratumView(
                group.Key.Item1, group.Key.File, structures.InStructure(group.First()) ?? group.First().Id, group.First().Page, group.Count()))
            .OrderBy(erratum => erratum.File, StringComparer.Ordinal)
            .ThenBy(erratum => erratum.Place, StringComparer.Ordinal)];

    private List<ScenarioView> Scenarios() =>
        [.. result.Exchanges
            .Where(exchange => exchange.Request is not null)
            .GroupBy(exchange => Alike(exchange.Scenario), StringComparer.Ordinal)
            .OrderBy(scenario => scenario.Key, StringComparer.Ordinal)
            .Select(scenario => new ScenarioView(
                scenario.Key,
                scenario.Count(),
                Counted(scenario.Select(exchange => exchange.Request!.Method)),
                Counted(scenario.Where(exchange => exchange.Answer is not null).Select(exchange => exchange.Answer!.Status.ToString(CultureInfo.InvariantCulture))),
                scenario.Count(exchange => exchange.Answer is null)))];

    private static string Counted(IEnumerable<string> names) =>
        string.Join(", ", names.CountBy(name => name).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} × {pair.Value}"));

    // A scenario that differs by parameter, member or language only is one.
    private static string? Alike(string? name) =>
        name is not null && Scenario.Named(name) is { Detail: { Length: > 0 } detail } scenario && scenario.Kind != ScenarioKind.Page && name.EndsWith($"-{detail}", StringComparison.Ordinal)
            ? $"{name[..^detail.Length]}*"
            : name;

    private List<UndocumentedView> Undocumented() =>
        [.. result.Exchanges
            .SelectMany(exchange => (exchange.UndocumentedMembers ?? []).Concat(exchange.UndocumentedValues ?? [])
                .Select(place => (Place: place, Operation: exchange.Operation ?? exchange.Id)))
            .GroupBy(member => member.Place, StringComparer.Ordinal)
            .Select(group => new UndocumentedView(group.Key, group.DistinctBy(member => member.Operation).Count(), group.Count(), group.First().Operation))
            .OrderBy(member => member.Place, StringComparer.Ordinal)];
}
