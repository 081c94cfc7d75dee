using System.Text.Json.Nodes;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mutation;

/// <summary>Breaks each requirement on the pages of a list.</summary>
internal static class PagingMutants
{
    public static IEnumerable<Mutant> All()
    {
        var (first, second, behind) = Accepted.Pages();
        yield return Make(PagingRules.PagesDisjoint, "the first page once more", Bodies.Edit(second, body => Data(body)["contents"] = Data(Bodies.Node(first))["contents"]!.DeepClone()), first);
        yield return Make(PagingRules.PagesDisjoint, "an entry of the first page, changed in the meantime", Bodies.Edit(second, body => Data(body)["contents"]![0]!["id"] = 2), first);
        yield return Make(PagingRules.PagesAgreeOnTotals, "one entry more", Bodies.Edit(second, body => Data(body)["page"]!["totalElements"] = 4), first);
        yield return Make(PagingRules.PagesAgreeOnTotals, "as if the page were the list", Bodies.Edit(second, body => Data(body)["page"] = Page(2, 2, 1, 1)), first);
        yield return Make(PagingRules.BehindLastIsEmpty, "the last page in its place", Bodies.Edit(behind, body => Data(body)["contents"] = Data(Bodies.Node(second))["contents"]!.DeepClone()));
        yield return Make(PagingRules.BehindLastIsEmpty, "a rejection", behind with { Answer = Accepted.Rejection(ScenarioKind.MalformedValue).Answer });
        var oversized = Oversized(first);
        yield return Make(PagingRules.SizeIsLimited, "a page that names the size asked for", Bodies.Edit(oversized, body => Data(body)["page"] = Page(1, 2001, 3, 1)));
        yield return Make(PagingRules.SizeIsLimited, "more entries than the maximum", Bodies.Edit(oversized, body =>
            Data(body)["contents"] = new JsonArray([.. Enumerable.Range(1, 2001).Select(id => new JsonObject { ["id"] = id })])));
    }

    /// <summary>A page that is cut down to the maximum.</summary>
    public static Exchange Oversized(Exchange page) => Bodies.Edit(page, body => Data(body)["page"] = Page(1, 2000, 3, 1)) with
    {
        Id = "oversized",
        Scenario = new Scenario(ScenarioKind.OversizedPage),
    };

    private static JsonNode Data(JsonNode body) => body["data"]!;

    private static JsonObject Page(int number, int size, int elements, int pages) =>
        new() { ["number"] = number, ["size"] = size, ["totalElements"] = elements, ["totalPages"] = pages };

    private static Mutant Make(Requirement requirement, string description, Exchange exchange, Exchange? other = null) => new(requirement.Id, description, exchange, other);
}
