using System.Text;
using System.Text.Json;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Engine.Concluding;
using OcpConformance.Engine.Results;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Runs;

[Parallelizable(ParallelScope.Children)]
public sealed class HostileServerTests
{
    private const int LongestText = 800;

    private static IEnumerable<string> Broken => HostileAnswers.Broken.Select(hostile => hostile.Name);

    private static IEnumerable<string> Bearable => HostileAnswers.Bearable.Select(hostile => hostile.Name);

    [TestCaseSource(nameof(Broken))]
    public async Task Hostile_answer_has_one_clear_verdict_in_time_and_harms_no_other_exchange(string name)
    {
        var hostile = HostileAnswers.Named(name);
        await using var front = await HostileFront.StartAsync(hostile);
        var outcome = await front.RunAsync();

        var verdict = OthersConform(outcome).Verdicts.Single(verdict => verdict.Kind == VerdictKind.Violates);
        verdict.Requirement.Id.Should().Be(hostile.Requirement);
        verdict.Findings.Should().Contain(finding => finding.Actual.Text.Contains(hostile.Sentence));
        verdict.Findings.Should().OnlyContain(finding => finding.Actual.Text.Length + finding.Place.Length < LongestText);
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.NonConformant);
    }

    [TestCaseSource(nameof(Bearable))]
    public async Task Unusual_answer_is_understood(string name)
    {
        await using var front = await HostileFront.StartAsync(HostileAnswers.Named(name));
        var outcome = await front.RunAsync();

        InProcess.Violated(outcome).Should().BeEmpty();
        OthersConform(outcome).Verdicts.Should().Contain(verdict => verdict.Kind == VerdictKind.Conforms && verdict.Requirement == ProtocolRules.NominalSucceeds);
        front.Server.Heads.Should().NotContain(head => head.Contains("Cookie"));
    }

    [Test]
    public async Task Redirect_to_another_host_is_not_followed_and_nothing_is_told_there()
    {
        await using var other = new RawServer((_, _, _) => Task.CompletedTask);
        await using var front = await HostileFront.StartAsync(new("a redirect", null, string.Empty, (_, stream, token) =>
            stream.WriteAsync(RawServer.Http(307, string.Empty, $"Location: {other.Url}\r\n"), token).AsTask()));
        var outcome = await front.RunAsync();

        OthersConform(outcome).Verdicts.Single(verdict => verdict.Kind == VerdictKind.Violates).Requirement.Should().Be(ProtocolRules.NoRedirect);
        other.Heads.Should().BeEmpty();
    }

    [Test]
    public async Task Server_that_dies_and_comes_back_fails_the_exchanges_in_between_alone()
    {
        await using var front = await HostileFront.StartAsync(new("a death", null, string.Empty, (_, stream, _) =>
        {
            RawServer.Reset(stream);
            return Task.CompletedTask;
        }));
        var outcome = await front.RunAsync(parallel: 1);

        OthersConform(outcome);
        outcome.Exchanges.Where(exchange => exchange.Exchange?.Failure is not null).Should().NotBeEmpty().And.OnlyContain(exchange => exchange.Planned.Operation.Id == HostileFront.Operation);
        Ended(failed: false).Should().BeAfter(Ended(failed: true), "the server was asked again afterwards");

        DateTimeOffset Ended(bool failed) => outcome.Exchanges.Select(exchange => exchange.Exchange).OfType<Exchange>()
            .Where(exchange => failed == exchange.Failure is not null).Max(exchange => exchange.StartedAt + exchange.Elapsed);
    }

    [Test]
    public async Task Password_that_a_server_echoes_as_a_name_appears_in_no_output()
    {
        var password = JsonSerializer.Serialize(InProcess.Password)[1..^1];
        await using var front = await HostileFront.StartAsync(new("an echo", null, string.Empty, (body, stream, token) =>
            HostileAnswers.SendAsync(stream, $"Content-Type: application/json\r\nX-{password.Replace(' ', '-')}: {password}\r\n", Encoding.UTF8.GetBytes($"{{\"{password}\":1,{Encoding.UTF8.GetString(body)[1..].Replace("\"data\":{", $"\"data\":{{\"{password}\":1,")}"), token)));
        var outcome = await front.RunAsync();

        JsonSerializer.Serialize(outcome.Result).Should().NotContain(InProcess.Password);
    }

    [Test]
    public async Task Password_that_an_excerpt_cuts_short_is_redacted_as_well()
    {
        await using var front = await HostileFront.StartAsync(new("an echo", null, string.Empty, (_, stream, token) =>
            HostileAnswers.SendAsync(stream, "Content-Type: text/plain\r\n", Encoding.UTF8.GetBytes($"{new string('x', 185)} {InProcess.Password}"), token)));
        var outcome = await front.RunAsync();

        JsonSerializer.Serialize(outcome.Result).Should().Contain("xxx [redacted]").And.NotContain(InProcess.Password[..7]);
    }

    [TestCase("a timestamp of ten megabytes")]
    [TestCase("random bytes as JSON")]
    [TestCase("100,000 undocumented members")]
    public async Task Reports_of_a_hostile_run_are_whole_and_short(string name)
    {
        await using var front = await HostileFront.StartAsync(HostileAnswers.Named(name));
        var outcome = await front.RunAsync();

        System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(JUnitReport.Write(outcome.Result))).Root.Should().NotBeNull();
        JUnitReport.Write(outcome.Result).Length.Should().BeLessThan(2_000_000);
        SummaryReport.Write(outcome.Result).Length.Should().BeLessThan(200_000);
        ResultJson.Read(ResultJson.Write(outcome.Result)).Exchanges.Single(exchange => exchange.Id == HostileFront.Exchange).UndocumentedMembers?.Count.Should().BeLessThanOrEqualTo(200);
    }

    // The outcome of the hostile exchange, after all others were found to be untouched by it.
    private static ExchangeOutcome OthersConform(RunOutcome outcome)
    {
        var others = outcome.Exchanges.Where(exchange => exchange.Planned.Operation.Id != HostileFront.Operation).ToList();
        others.Should().HaveCountGreaterThan(10);
        others.SelectMany(exchange => exchange.Verdicts).Should().NotContain(verdict => verdict.Kind == VerdictKind.Violates);
        others.Where(exchange => exchange.Exchange is not null).Should().OnlyContain(exchange => exchange.Verdicts.Any(verdict => verdict.Kind == VerdictKind.Conforms));
        outcome.Exchanges.Should().OnlyContain(exchange => exchange.Exchange == null || exchange.Exchange.Elapsed < TimeSpan.FromSeconds(6));
        return outcome.Exchanges.Single(exchange => exchange.Planned.Id == HostileFront.Exchange);
    }
}
