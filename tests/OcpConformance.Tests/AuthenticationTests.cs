using OcpConformance.Contract.Requirements;
using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

public sealed class AuthenticationTests : ConformanceFixture
{
    [TestCaseSource(typeof(Cases), nameof(Cases.Authentications))]
    public void Request_without_valid_credentials_is_rejected(string exchange) => Check.Holds(exchange, CheckKind.Authentication, CheckKind.Answer);
}
