using OcpConformance.Contract.Requirements;
using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

public sealed class AuthenticationTests : ConformanceFixture
{
    [TestCaseSource(typeof(Cases), nameof(Cases.Authentications))]
    public void Only_callers_with_valid_credentials_are_answered(string exchange) => Check.Holds(exchange, CheckKind.Authentication);
}
