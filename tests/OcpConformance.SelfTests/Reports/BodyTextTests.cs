using OcpConformance.Contract.Messages;
using OcpConformance.Report.Html;
using OcpConformance.Report.Model;

namespace OcpConformance.SelfTests.Reports;

public sealed class BodyTextTests
{
    [Test]
    public void Values_stand_as_they_were_sent() =>
        Text(BodyText.Lines("{\"a\":[1.50,9007199254740993,true,null,\"\\u0041\\n\"],\"e\":{},\"f\":[]}", [])).Should().Equal(
            "{", "  \"a\": [", "    1.50,", "    9007199254740993,", "    true,", "    null,", "    \"\\u0041\\n\"", "  ],", "  \"e\": {},", "  \"f\": []", "}");

    [TestCase("/data/mode", 3)]
    [TestCase("/data/list/1/id", 9)]
    [TestCase("/data/list/7/id", 4)]
    [TestCase("/data/missing", 2)]
    [TestCase("/a~1b", 13)]
    [TestCase("", 1)]
    public void Line_of_a_place_is_marked_or_that_of_what_lacks_it(string place, int line) =>
        BodyText.Lines("{\"data\":{\"mode\":\"x\",\"list\":[{\"id\":1},{\"id\":2}]},\"a/b\":0}", [Finding(place)])
            .Where(candidate => candidate.Findings.Count > 0).Select(candidate => candidate.Number).Should().Equal(line);

    [Test]
    public void Header_is_not_marked_in_the_body() =>
        BodyText.Lines("{}", [Finding("Content-Type")]).Should().OnlyContain(line => line.Findings.Count == 0);

    [TestCase("<html>\n<body>\n</html>", "<html>", "<body>", "</html>")]
    [TestCase("{\"a\":1", "{\"a\":1")]
    [TestCase("{\"a\":1} trailing", "{\"a\":1} trailing")]
    [TestCase("{\"\\ud800\":1}", "{\"\\ud800\":1}")]
    public void What_is_no_JSON_is_shown_as_it_came(string body, params string[] lines) => Text(BodyText.Lines(body, [])).Should().Equal(lines);

    [Test]
    public void Long_body_keeps_its_ends_and_the_place_and_says_what_is_left_out()
    {
        var body = $"[{string.Join(',', Enumerable.Range(0, 5000))}]";
        var lines = BodyText.Lines(body, [Finding("/4000")]);
        lines.Count.Should().BeLessThan(60);
        lines.Single(line => line.Findings.Count > 0).Number.Should().Be(4002);
        (lines.Count(line => line.Number > 0) + lines.Sum(line => line.LeftOut)).Should().Be(5002);
        lines[^1].Number.Should().Be(5002);
    }

    [Test]
    public void Long_value_is_cut_and_says_how_much() =>
        BodyText.Lines($"[\"{new string('x', 5000)}\"]", [])[1].Pieces.Single(piece => piece.Cut > 0).Should().Match<BodyPiece>(piece => piece.Text.Length + piece.Cut == 5002);

    [Test]
    public void Characters_that_hide_or_turn_text_are_named() =>
        Text(BodyText.Lines("a\u202Eb\u0000c", [])).Should().Equal("a[U+202E]b[U+0000]c");

    private static FindingResult Finding(string place) => new(place, Message.Verbatim("expected"), Message.Verbatim("actual"));

    private static IEnumerable<string> Text(IEnumerable<BodyLine> lines) => lines.Select(line => line.Indent + string.Concat(line.Pieces.Select(piece => piece.Text)));
}
