using OcpConformance.Contract.Requirements;
using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

public sealed class SemanticsTests : ConformanceFixture
{
    [TestCaseSource(typeof(Cases), nameof(Cases.Semantics))]
    public void Members_agree_with_each_other(string exchange) => Check.Holds(exchange, CheckKind.Semantics);
}
