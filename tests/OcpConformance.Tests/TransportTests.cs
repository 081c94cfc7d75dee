using OcpConformance.Contract.Requirements;
using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

public sealed class TransportTests : ConformanceFixture
{
    [TestCaseSource(typeof(Cases), nameof(Cases.OddRequests))]
    public void Nothing_beside_the_documented_requests_shows_data(string exchange) => Check.Holds(exchange, CheckKind.Transport);
}
