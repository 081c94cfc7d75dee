using OcpConformance.Contract.Requirements;
using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

public sealed class EnumerationTests : ConformanceFixture
{
    [TestCaseSource(typeof(Cases), nameof(Cases.Enumerations))]
    public void Answer_holds_documented_values_only(string exchange) => Check.Holds(exchange, CheckKind.Enumeration);
}
