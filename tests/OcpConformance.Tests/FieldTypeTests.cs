using OcpConformance.Contract.Requirements;
using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

public sealed class FieldTypeTests : ConformanceFixture
{
    [TestCaseSource(typeof(Cases), nameof(Cases.FieldTypes))]
    public void Answer_matches_its_documented_types(string exchange) => Check.Holds(exchange, CheckKind.FieldType);
}
