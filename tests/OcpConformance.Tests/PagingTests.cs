using OcpConformance.Contract.Requirements;
using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

public sealed class PagingTests : ConformanceFixture
{
    [TestCaseSource(typeof(Cases), nameof(Cases.Pages))]
    public void Pages_of_a_list_agree_with_each_other(string exchange) => Check.Holds(exchange, CheckKind.Paging);
}
