using OcpConformance.Contract.Requirements;
using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

public sealed class ThrottlingTests : ConformanceFixture
{
    [TestCaseSource(typeof(Cases), nameof(Cases.Throttlings))]
    public void Answer_says_as_documented_how_requests_are_limited(string exchange) => Check.Holds(exchange, CheckKind.Throttling);

    // Requests that were rejected and sent again are in no plan.
    [Test]
    public void Rejected_attempts_say_so_as_documented()
    {
        Check.Concludes();
        var attempts = Suite.Session.Exchanges.Keys.Except(Suite.Session.Plan.Select(planned => planned.Id), StringComparer.Ordinal).ToList();
        if (attempts.Count == 0)
        {
            Assert.Ignore("Not exercised: no request was rejected and sent again.");
        }

        attempts.ForEach(attempt => Check.Holds(attempt, CheckKind.Throttling));
    }
}
