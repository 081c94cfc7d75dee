using System.Xml.Linq;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Comparison;
using OcpConformance.Report.Model;
using static OcpConformance.SelfTests.Support.Results;

namespace OcpConformance.SelfTests.Comparison;

public sealed class ComparisonFormatTests
{
    private static readonly ResultComparison Worse = ResultComparison.Of(
        Of(Requirement(VerdictKind.Conforms), Requirement(VerdictKind.Conforms, name: "/data/id:type")),
        Of(Requirement(VerdictKind.Violates, actual: "the string \"<script>|\u001b[2J\""), Requirement(VerdictKind.NotExercised, name: "/data/id:type")));

    private static IEnumerable<string> Formats => ComparisonFormats.All.Select(format => format.Name);

    [TestCaseSource(nameof(Formats))]
    public void Format_starts_with_the_counts_and_lists_requirement_verdicts_and_reason(string format)
    {
        var text = Write(format, Worse);
        text.Should().Contain("1 new violation, 1 lost coverage").And.Contain("/data/id:type").And.Contain("the list is empty");
        text.Should().NotContain("\u001b");
        text.IndexOf("New violations", StringComparison.Ordinal).Should().BeLessThan(text.IndexOf("Lost coverage", StringComparison.Ordinal));
    }

    [Test]
    public void Text_is_complete() => Write("text", Worse).Should().Be("""
        1 new violation, 1 lost coverage

                      before                              after
        run           2026-01-15 12:00:00 +00:00          2026-01-15 12:00:00 +00:00
        conclusion    conformant                          conformant
        target        live https://ocp.example.com:8080/  live https://ocp.example.com:8080/
        release       newest enterprise                   newest enterprise
        contract      aaaaaaaaaaaa                        aaaaaaaaaaaa
        suite         0.1.0                               0.1.0
        requirements  2                                   2
        exercised     0                                   0

        New violations: 1
          must  sample/query-sample#/data/mode:enum  conforms -> violates
              data.mode is one of A, B
              the string "<script>| [2J" in sample/query-sample/nominal/complete

        Lost coverage: 1
          must  sample/query-sample#/data/id:type  conforms -> not-exercised
              data.mode is one of A, B
              the list is empty

        Drift: undocumented values that were seen first: 1
          sample/query-sample#/data/mode: the string "<script>| [2J"

        """);

    [Test]
    public void Page_is_well_formed_and_needs_nothing_else()
    {
        var page = Write("html", Worse);
        var body = XDocument.Parse(page[page.IndexOf("<body>", StringComparison.Ordinal)..page.IndexOf("</html>", StringComparison.Ordinal)]).Root!;
        body.Descendants("h2").Select(title => title.Value).Should().Equal("New violations (1)", "Lost coverage (1)", "Drift: undocumented values that were seen first (1)");
        page.Should().Contain("color-scheme: light dark").And.NotContain("src=").And.NotContain("href=").And.NotContain("url(");
    }

    [TestCaseSource(nameof(Formats))]
    public void Long_list_says_how_much_of_it_is_left_out(string format)
    {
        var names = Enumerable.Range(0, 1005).Select(index => $"/data/{index}:type").ToList();
        var comparison = ResultComparison.Of(Of([.. names.Select(name => Requirement(VerdictKind.Conforms, name: name))]), Of([.. names.Select(name => Requirement(VerdictKind.Blocked, name: name))]));
        Write(format, comparison).Should().Contain(format == "html" ? "and 5 more" : "and 905 more");
    }

    [TestCase("markdown")]
    [TestCase("html")]
    public void What_a_target_answered_is_no_markup(string format) => Write(format, Worse).Should().NotContain("<script>").And.Contain("&lt;script");

    [Test]
    public void What_a_target_answered_adds_no_column_to_a_table() => Write("markdown", Worse).Should().Contain("&lt;script>\\| ");

    [Test]
    public void Alike_runs_have_no_notes() => Write("text", Worse).Should().NotContain("Note:");

    [TestCase("target", "Note: The targets differ: live https://ocp.example.com:8080/ and live https://other.example.com/.")]
    [TestCase("kind", "Note: The targets differ: live https://ocp.example.com:8080/ and mock http://127.0.0.1:1/.")]
    [TestCase("release", "Note: The releases differ: newest enterprise and 4.2.2 enterprise.")]
    [TestCase("contract", "Note: The contracts or the suites differ")]
    [TestCase("settings", "Note: The settings differ: OCP_SELECT was default and is backup/*.")]
    [TestCase("level", "Note: The levels of requirements differ: sample/query-sample#/data/mode:enum (must -> should).")]
    [TestCase("incomplete", "Note: The later run is incomplete: The target cannot be reached.")]
    [TestCase("order", "Note: The result that stands for the earlier run is the younger one")]
    [TestCase("exercised", "Note: Drift is not told for operations that only one of the runs exercised: sample/query-sample.")]
    public void What_may_mislead_stands_before_the_differences(string difference, string note)
    {
        var before = Of(Requirement(VerdictKind.Conforms), Requirement(VerdictKind.Conforms, name: "/data/id:type"));
        var after = Of(Requirement(VerdictKind.Conforms), Requirement(VerdictKind.Blocked, name: "/data/id:type"));
        var text = Write("text", ResultComparison.Of(before, Differing(after, difference)));
        text.Should().Contain(note);
        text.IndexOf(note, StringComparison.Ordinal).Should().BeLessThan(text.IndexOf("Lost coverage", StringComparison.Ordinal));
    }

    private static ResultDocument Differing(ResultDocument result, string difference) => difference switch
    {
        "target" => result with { Target = new TargetInfo("live", "https://other.example.com/") },
        "kind" => result with { Target = new TargetInfo("mock", "http://127.0.0.1:1/") },
        "release" => result with { Contract = result.Contract with { Version = "4.2.2" } },
        "contract" => result with { Contract = result.Contract with { Digest = new string('b', 64) } },
        "settings" => result with { Settings = new Dictionary<string, string> { ["OCP_SELECT"] = "backup/*", ["OCP_RESULTS"] = "/tmp/x" } },
        "level" => result with { Requirements = [result.Requirements[0] with { Level = Level.Should }, result.Requirements[1]] },
        "incomplete" => result with { Conclusion = new ConclusionInfo(ConclusionKind.Incomplete, Message.Verbatim("The target cannot be reached."), Level.Must) },
        "order" => result with { StartedAt = result.StartedAt.AddDays(-1) },
        _ => result with { Coverage = CoverageInfo.None with { UnexercisedOperations = [Operation] } },
    };

    private static string Write(string format, ResultComparison comparison) => ComparisonFormats.All.Single(known => known.Name == format).Write(comparison);
}
