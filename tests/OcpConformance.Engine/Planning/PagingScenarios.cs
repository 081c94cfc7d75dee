using System.Globalization;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Engine.Planning;

/// <summary>Pages of a list: two small ones, one far behind the end, and one that is too large.</summary>
internal static class PagingScenarios
{
    private const string SmallSize = "2";
    private const string FarBehind = "1000000";

    /// <summary>All of an operation; none where it does not serve pages.</summary>
    public static IEnumerable<PlannedExchange> Of(OperationCall call)
    {
        if (PagingParameters.Of(call.Operation) is not { } paging)
        {
            return [];
        }

        IEnumerable<PlannedExchange> pages =
        [
            Page(Scenario.FirstPage, new Scenario(ScenarioKind.Page, Scenario.FirstPage)),
            Page(Scenario.SecondPage, new Scenario(ScenarioKind.Page, Scenario.SecondPage)),
            Page(FarBehind, new Scenario(ScenarioKind.PageBehindLast)),
        ];
        return paging.Maximum is { } maximum
            ? pages.Append(call.WithQuery(PagingParameters.Size, (maximum + 1).ToString(CultureInfo.InvariantCulture)).In(new Scenario(ScenarioKind.OversizedPage)))
            : pages;

        PlannedExchange Page(string number, Scenario scenario) =>
            call.WithQuery(PagingParameters.Page, number).WithQuery(PagingParameters.Size, SmallSize).In(scenario);
    }
}
