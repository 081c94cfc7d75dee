using OcpConformance.Contract.Requirements;
using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

public sealed class EnvelopeTests : ConformanceFixture
{
    [TestCaseSource(typeof(Cases), nameof(Cases.Envelopes))]
    public void Envelope_is_whole_and_agrees_with_HTTP(string exchange) => Check.Holds(exchange, CheckKind.Envelope);
}
