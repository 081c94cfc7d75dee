using OcpConformance.Contract.Requirements;
using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

public sealed class AnswerTests : ConformanceFixture
{
    [TestCaseSource(typeof(Cases), nameof(Cases.Answers))]
    public void Answer_is_complete_and_strict_JSON(string exchange) => Check.Holds(exchange, CheckKind.Answer);
}
