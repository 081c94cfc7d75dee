using OcpConformance.Contract.Schemas;

namespace OcpConformance.SelfTests.Schemas;

public sealed class ValueFormatTests
{
    [TestCase("2024-02-29T23:59:59Z")]
    [TestCase("2021-09-23T15:31:29.276+08:00")]
    [TestCase("2021-09-23T15:31:29.2+08:00")]
    [TestCase("2021-09-23T15:31:29.123456789-03:30")]
    [TestCase("2016-12-31T23:59:60Z")]
    [TestCase("2017-01-01T07:59:60+08:00")]
    [TestCase("0000-01-01T00:00:00Z")]
    [TestCase("2024-01-01t00:00:00z")]
    [TestCase("2024-01-01T00:00:00+23:59")]
    public void Real_instant_with_offset_is_a_date_time(string text) => ValueFormats.Matches(ValueFormats.DateTime, text).Should().BeTrue();

    [TestCase("2023-02-29T00:00:00Z")]
    [TestCase("1900-02-29T00:00:00Z")]
    [TestCase("2024-06-31T00:00:00Z")]
    [TestCase("2024-00-10T00:00:00Z")]
    [TestCase("2024-01-00T00:00:00Z")]
    [TestCase("2024-01-01T24:00:00Z")]
    [TestCase("2024-01-01T12:00:60Z")]
    [TestCase("2024-01-01T00:00:00")]
    [TestCase("2024-01-01T00:00:00.Z")]
    [TestCase("2024-01-01T00:00:00.1234567890Z")]
    [TestCase("2024-01-01T00:00:00+0800")]
    [TestCase("2024-01-01T00:00:00+24:00")]
    [TestCase("2024-01-01T00:00:00Z\n")]
    [TestCase("/Date(1700000000000)/")]
    [TestCase("２024-01-01T00:00:00Z")]
    public void Anything_else_is_none(string text) => ValueFormats.Matches(ValueFormats.DateTime, text).Should().BeFalse();

    [Test]
    public void Instant_is_read_with_its_offset() =>
        ValueFormats.Instant("2021-09-23T15:31:29.276+08:00").Should().Be(new DateTimeOffset(2021, 9, 23, 7, 31, 29, TimeSpan.Zero));

    [TestCase("PT0S", true)]
    [TestCase("PT-1.5S", true)]
    [TestCase("P1DT2H", true)]
    [TestCase("PT", false)]
    [TestCase("P", false)]
    [TestCase("1h", false)]
    public void Duration_has_a_part(string text, bool matches) => ValueFormats.Matches(ValueFormats.Duration, text).Should().Be(matches);
}
