using OcpConformance.Contract.Requirements;
using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

public sealed class RejectionTests : ConformanceFixture
{
    [TestCaseSource(typeof(Cases), nameof(Cases.Rejections))]
    public void Invalid_request_is_rejected(string exchange) => Check.Holds(exchange, CheckKind.Rejection);
}
