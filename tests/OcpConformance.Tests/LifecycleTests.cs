using OcpConformance.Contract.Requirements;
using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

public sealed class LifecycleTests : ConformanceFixture
{
    [TestCaseSource(typeof(Cases), nameof(Cases.Lives))]
    public void Object_is_there_from_its_creation_to_its_deletion(string exchange) => Check.Holds(exchange, CheckKind.Lifecycle);
}
