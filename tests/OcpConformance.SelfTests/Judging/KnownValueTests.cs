using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Judging;

/// <summary>Values that are known although no page documents them.</summary>
public sealed class KnownValueTests
{
    private const string Must = "sample/query-sample#/data/mode:enum";
    private const string Should = "sample/query-sample#/data/mode:enum-known";

    private const string Structure = """
        {"type":"object","properties":{"mode":{"type":"string","enum":["A","B"],"x-enum-known":{"C":"a client","D":"another client"}},"count":{"type":"integer"}}}
        """;

    [TestCase("A", VerdictKind.Conforms, VerdictKind.Conforms)]
    [TestCase("C", VerdictKind.Conforms, VerdictKind.Violates)]
    [TestCase("X", VerdictKind.Violates, VerdictKind.Blocked)]
    public void Known_value_is_a_finding_about_the_documentation_and_an_unknown_one_a_violation(string value, VerdictKind must, VerdictKind should)
    {
        var outcome = Judge($$"""{"mode":"{{value}}"}""");

        VerdictOf(outcome, Must).Should().Be(must);
        VerdictOf(outcome, Should).Should().Be(should);
        outcome.Conclusion.Outcome.Should().Be(must == VerdictKind.Violates ? ConclusionKind.NonConformant : ConclusionKind.Conformant, outcome.Conclusion.Reason.Text);
    }

    [Test]
    public void Finding_says_that_the_documentation_lacks_the_value()
    {
        var finding = Judge("""{"mode":"C"}""").Result.Requirements.Single(requirement => requirement.Id == Should);
        finding.Level.Should().Be(Level.Should);
        finding.Sentence.Text.Should().Be("data.mode is none of C, D, which other products of the family have and the documentation lacks");
        finding.Evidence.Single().Findings!.Single().Actual.Text.Should().Be("the string \"C\"");
    }

    [Test]
    public void Known_value_is_listed_and_is_none_of_the_documented_ones_that_occurred()
    {
        var result = Judge("""{"mode":"C"}""", """{"mode":"A"}""", """{"mode":"X"}""").Result;
        result.Exchanges.Select(exchange => exchange.UndocumentedValues).OfType<IReadOnlyList<string>>().Single().Should().Equal("/data/mode=C");
        result.Coverage.MissingValues.Should().Equal("sample/query-sample#/data/mode=B");
    }

    [Test]
    public void Known_value_blocks_a_rule_that_reads_it_and_none_that_reads_what_stands_around_it()
    {
        using var contract = new TemporaryContract().WithStructure(Structure).Write(TemporaryContract.Operation, TemporaryContract.OperationText().Replace(
            "\"answer\":",
            """
            "rules": [
                { "id": "inner", "level": "must", "sentence": "it is counted", "when": ["/data/mode"], "schema": { "properties": { "data": { "required": ["count"] } } } },
                { "id": "outer", "level": "must", "sentence": "it is counted", "when": ["/data"], "schema": { "properties": { "data": { "required": ["count"] } } } }
              ],
              "answer":
            """));
        var known = Recordings.Judge(contract.Load(), new RunSettings(), """{"mode":"C","count":1}""");
        VerdictOf(known, "sample/query-sample!inner").Should().Be(VerdictKind.Blocked);
        VerdictOf(known, "sample/query-sample!outer").Should().Be(VerdictKind.Conforms);
        VerdictOf(Recordings.Judge(contract.Load(), new RunSettings(), """{"mode":"X","count":1}"""), "sample/query-sample!outer").Should().Be(VerdictKind.Blocked);
    }

    private static RunOutcome Judge(params string[] data)
    {
        using var contract = new TemporaryContract().WithStructure(Structure);
        return Recordings.Judge(contract.Load(), new RunSettings(), data);
    }

    private static VerdictKind VerdictOf(RunOutcome outcome, string requirement) => outcome.Result.Requirements.Single(found => found.Id == requirement).Verdict;
}
