using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>
/// What the pages of a list mean together. It follows from the wording of the tables (page number, entries on each page,
/// maximum); a list may change between two requests, so none of it is <c>must</c>.
/// </summary>
public static class PagingRules
{
    /// <summary>Two pages have nothing in common.</summary>
    public static Requirement PagesDisjoint { get; } = Rule("pages-disjoint", "the second page of a list repeats no entry of the first");

    /// <summary>Two pages count the same list.</summary>
    public static Requirement PagesAgreeOnTotals { get; } = Rule("pages-agree-on-totals", "the pages of a list name the same totalElements and totalPages");

    /// <summary>There is nothing behind the end.</summary>
    public static Requirement BehindLastIsEmpty { get; } = Rule("page-behind-last-empty", "a page behind the last one is empty");

    /// <summary>The documented maximum is kept.</summary>
    public static Requirement SizeIsLimited { get; } = Rule("page-size-limited", "a page larger than the documented maximum is cut down or rejected");

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

    private static Requirement Rule(string name, string sentence) =>
        Requirement.OfRule(Requirement.EnvelopeScope, name, sentence, Level.Should, CheckKind.Paging, "API call description", "schemas/envelope/page.schema.json");
}
