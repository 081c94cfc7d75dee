using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Reports;

public sealed class FormatCountTests
{
    private static readonly string[] Sorts = ["green", "red", "warned", "strict", "waived", "blocked", "incomplete"];

    private IReadOnlyDictionary<string, ResultDocument> results = null!;

    [OneTimeSetUp]
    public async Task Run() => results = (await SampleResults.RunAsync()).All();

    [TestCaseSource(nameof(Sorts))]
    public void Formats_count_alike(string sort)
    {
        var expected = FormatCounts.OfTotals(results[sort]);
        FormatCounts.OfJUnit(results[sort]).Should().Be(expected);
        FormatCounts.OfSarif(results[sort]).Should().Be(expected);
        FormatCounts.OfSummary(results[sort]).Should().Be(expected);
        FormatCounts.OfAllure(results[sort]).Should().Be(expected);
        FormatCounts.OfBadge(results[sort]).Should().Be(expected with { Blocked = 0, NotExercised = 0 }, "a badge tells what was judged");
    }

    [Test]
    public void Samples_differ_in_what_they_show() =>
        results.Values.Select(FormatCounts.OfTotals).Distinct().Should().HaveCount(Sorts.Length - 1, "strict and red count the same requirement as failing");

    [Test]
    public void Samples_count_every_requirement() =>
        results.Values.Should().OnlyContain(result => result.Totals.Requirements == result.Requirements.Count);
}
