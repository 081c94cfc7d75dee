using System.Text;
using System.Text.Json.Nodes;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Reports;

public sealed class ResultReadingTests
{
    private byte[] written = null!;

    [OneTimeSetUp]
    public async Task Run() => written = ResultJson.Write((await InProcess.MockAsync("backup/query-backup-ability")).Result);

    [TestCase("", "there is no content")]
    [TestCase("{\"formatVersion\": 1", "ends in the middle")]
    [TestCase("[]", "no JSON object")]
    [TestCase("<html>", "starts with '<'")]
    [TestCase("{}", "at /formatVersion: there is no version")]
    [TestCase("{\"formatVersion\":\"1\"}", "at /formatVersion: there is no version")]
    [TestCase("{\"formatVersion\":3,\"news\":[]}", "at /formatVersion: it is of format 3, and this suite reads formats 1 and 2. Use the version")]
    [TestCase("{\"formatVersion\":2,\"suite\":{}}", "at /suite/name: the member is missing")]
    [TestCase("{\"formatVersion\":1,\"formatVersion\":1}", "a member occurs twice")]
    public void Text_that_is_no_result_is_refused_in_one_line(string text, string problem) => Refused(Encoding.UTF8.GetBytes(text)).Should().Contain(problem);

    [Test]
    public void Result_that_ends_early_is_refused() => Refused(written[..(written.Length / 2)]).Should().Contain("ends in the middle");

    [TestCase("/suite/name")]
    [TestCase("/contract/edition")]
    [TestCase("/contract/operations")]
    [TestCase("/conclusion/reason")]
    [TestCase("/totals/blocked")]
    [TestCase("/coverage/emptyLists")]
    [TestCase("/coverage/members/seen")]
    [TestCase("/requirements/0/verdict")]
    [TestCase("/requirements/0/evidence/0/exchange")]
    [TestCase("/exchanges/1/id")]
    [TestCase("/exchanges/1/request/headers")]
    [TestCase("/exchanges/1/answer/status")]
    public void Member_that_is_missing_is_named(string place) => Refused(With(place, null)).Should().Contain($" at {place}: the member is missing");

    [TestCase("/suite/more", "true", "at /suite/more: the member is unknown")]
    [TestCase("/totals/blocked", "\"none\"", "at /totals/blocked")]
    [TestCase("/requirements/0/sentence", "7", "at /requirements/0/sentence")]
    [TestCase("/requirements", "[null]", "at /requirements/0: the value is null")]
    [TestCase("/requirements/0/verdict", "\"fine\"", "at /requirements/0/verdict: the value is not one of conforms, violates, waived")]
    [TestCase("/requirements/0/level", "\"may\"", "at /requirements/0/level: the value is not one of must, should")]
    [TestCase("/requirements/0/verdict", "\"violates\"", "at /totals: they are not the counts")]
    [TestCase("/requirements/0/evidence/0/exchange", "\"none\"", "at /requirements/0/evidence: there is no exchange 'none'")]
    [TestCase("/conclusion/outcome", "\"green\"", "at /conclusion/outcome: the value is not one of conformant, non-conformant")]
    [TestCase("/totals/conforms", "1", "at /totals: they are not the counts")]
    public void Value_that_no_run_writes_is_named(string place, string value, string problem) => Refused(With(place, JsonNode.Parse(value))).Should().Contain(problem);

    [Test]
    public void Requirement_that_occurs_twice_is_named()
    {
        var result = JsonNode.Parse(written)!;
        result["requirements"]!.AsArray().Add(result["requirements"]![0]!.DeepClone());
        Refused(Encoding.UTF8.GetBytes(result.ToJsonString())).Should().Contain("/id: there is another requirement");
    }

    [Test]
    public void Exchange_without_time_is_named() => Refused(With("/exchanges/1/startedAt", null)).Should().Contain("at /exchanges/1: it was sent, but startedAt");

    [Test]
    public void File_that_is_too_large_is_not_read()
    {
        using var folder = new TemporaryFolder();
        using (var stream = File.Create(folder.File("huge.json")))
        {
            stream.SetLength(ResultFile.MaxBytes + 1);
        }

        var read = () => ResultFile.Read(folder.File("huge.json"));
        read.Should().Throw<ResultException>().WithMessage("*huge.json: it has 536870913 bytes, and at most 536870912 are read.*");
    }

    [Test]
    public void File_that_is_not_there_is_named()
    {
        var read = () => ResultFile.Read("/no/such/conformance.json");
        read.Should().Throw<ResultException>().WithMessage("/no/such/conformance.json: *Name a conformance.json that can be read.");
    }

    private static string Refused(byte[] json)
    {
        var read = () => ResultJson.Read(json, "some.json");
        return read.Should().Throw<ResultException>().WithMessage("some.json*.").Which.Message.Should().NotContain("\n").And.Subject;
    }

    private byte[] With(string place, JsonNode? value)
    {
        var result = JsonNode.Parse(written)!;
        var tokens = place[1..].Split('/');
        var parent = tokens[..^1].Aggregate(result, (node, token) => node is JsonArray items ? items[int.Parse(token, System.Globalization.CultureInfo.InvariantCulture)]! : node[token]!);
        parent.AsObject().Remove(tokens[^1]);
        if (value is not null)
        {
            parent[tokens[^1]] = value;
        }

        return Encoding.UTF8.GetBytes(result.ToJsonString());
    }
}
