using System.Globalization;
using OcpConformance.Contract.Exchanges;
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
            Causes = causes.Of(Vocabulary.Violates),
            WaivedCauses = causes.Of(Vocabulary.Waived),
            Violations = totals.MustViolations + totals.ShouldViolations,
            Verdicts = Bar.Of(
                ("must", totals.MustViolations),
                ("should", totals.ShouldViolations),
                (Vocabulary.Waived, totals.Waived),
                (Vocabulary.Blocked, totals.Blocked),
                (Vocabulary.NotExercised, totals.NotExercised),
                (Vocabulary.Conforms, totals.Conforms)),
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
                new CoverageCount(area.Count(), area.Count(requirement => requirement.Verdict is Vocabulary.Conforms or Vocabulary.Violates or Vocabulary.Waived)),
                VerdictsOf([.. area]),
                area.Key is null ? null : coverage.GetValueOrDefault(area.Key)))];
    }

    private static IReadOnlyList<BarPart> VerdictsOf(List<RequirementResult> requirements)
    {
        return Bar.Of(
            ("must", requirements.Count(requirement => requirement.Verdict == Vocabulary.Violates && requirement.Level == Vocabulary.Must)),
            ("should", requirements.Count(requirement => requirement.Verdict == Vocabulary.Violates && requirement.Level != Vocabulary.Must)),
            Having(Vocabulary.Waived),
            Having(Vocabulary.Blocked),
            Having(Vocabulary.NotExercised),
            Having(Vocabulary.Conforms));

        (string, int) Having(string verdict) => (verdict, requirements.Count(requirement => requirement.Verdict == verdict));
    }

    private static string? AreaOf(string scope) => scope.Contains('/', StringComparison.Ordinal) ? scope[..scope.IndexOf('/', StringComparison.Ordinal)] : null;

    private List<ReasonView> Reasons() =>
        [.. result.Requirements
            .Where(requirement => requirement.Verdict is Vocabulary.Blocked or Vocabulary.NotExercised)
            .GroupBy(requirement => (requirement.Verdict, Reason: ReasonKind(requirement)))
            .Select(group => new ReasonView(group.Key.Verdict, group.Key.Reason, group.Count(), group.First().Id))
            .OrderBy(reason => reason.Verdict, StringComparer.Ordinal)
            .ThenByDescending(reason => reason.Count)
            .ThenBy(reason => reason.Reason, StringComparer.Ordinal)];

    // Reasons that name a single place or requirement are one reason.
    private static string ReasonKind(RequirementResult requirement)
    {
        var reason = requirement.Reason ?? string.Empty;
        return reason.StartsWith("the answer has no /", StringComparison.Ordinal) && !reason.Contains(" beside ", StringComparison.Ordinal) ? "the answer has no such member"
            : reason.EndsWith(" is violated", StringComparison.Ordinal) ? "what it rests on is violated"
            : reason;
    }

    private List<ReasonView> BlockedExchanges() =>
        [.. result.Exchanges
            .Where(exchange => exchange.Blocked is not null)
            .GroupBy(exchange => exchange.Blocked!, StringComparer.Ordinal)
            .Select(group => new ReasonView(Vocabulary.Blocked, group.Key, group.Count(), group.First().Id))
            .OrderByDescending(reason => reason.Count)
            .ThenBy(reason => reason.Reason, StringComparer.Ordinal)];

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
