using OcpConformance.Contract.Requirements;
using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

public sealed class LanguageTests : ConformanceFixture
{
    [TestCaseSource(typeof(Cases), nameof(Cases.Languages))]
    public void Texts_are_in_the_language_that_is_asked_for(string exchange) => Check.Holds(exchange, CheckKind.Language);
}
