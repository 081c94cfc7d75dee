using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>
/// What the pages of a list mean together. It follows from the wording of the tables (page number, entries on each page,
/// maximum); a list may change between two requests, so none of it is <c>must</c>.
/// </summary>
public static class PagingRules
{
    /// <summary>Two pages have nothing in common.</summary>
    public static Requirement PagesDisjoint { get; } = Rule("pages-disjoint");

    /// <summary>Two pages count the same list.</summary>
    public static Requirement PagesAgreeOnTotals { get; } = Rule("pages-agree-on-totals");

    /// <summary>There is nothing behind the end.</summary>
    public static Requirement BehindLastIsEmpty { get; } = Rule("page-behind-last-empty");

    /// <summary>The documented maximum is kept.</summary>
    public static Requirement SizeIsLimited { get; } = Rule("page-size-limited");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Requirement> All { get; } = [PagesDisjoint, PagesAgreeOnTotals, BehindLastIsEmpty, SizeIsLimited];

    /// <summary>Those that the exchanges of a scenario decide.</summary>
    public static IReadOnlyList<Requirement> Of(Scenario scenario) => scenario.Kind switch
    {
        ScenarioKind.Page => [PagesDisjoint, PagesAgreeOnTotals],
        ScenarioKind.PageBehindLast => [BehindLastIsEmpty],
        ScenarioKind.OversizedPage => [SizeIsLimited],
        _ => [],
    };

    private static Requirement Rule(string name) =>
        Requirement.OfRule(Requirement.EnvelopeScope, name, Message.Of(name), Level.Should, CheckKind.Paging, "API call description", "schemas/envelope/page.schema.json");
}
