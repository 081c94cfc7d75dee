using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OcpConformance.Contract.Judging;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Reports;

public sealed partial class HtmlReportTests
{
    private const string Hostile = "</script><script>document.hacked=1</script><img src=x onerror=\"document.hacked=1\"><!--'\u2028\u2029\u202Ex";

    private ResultDocument red = null!;
    private string html = null!;

    [OneTimeSetUp]
    public async Task Write()
    {
        red = await Reported.RedAsync();
        html = Reported.Html(red);
    }

    [Test]
    public void Counts_are_the_totals_of_the_result()
    {
        var totals = red.Totals with { Waived = 4321, ShouldViolations = 12 };
        var shown = TotalShown().Matches(Reported.Html(red with { Totals = totals })).ToDictionary(match => match.Groups[1].Value, match => int.Parse(match.Groups[2].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        shown.Should().Equal(new Dictionary<string, int>
        {
            ["must"] = totals.MustViolations,
            ["should"] = totals.ShouldViolations,
            ["waived"] = totals.Waived,
            ["blocked"] = totals.Blocked,
            ["not-exercised"] = totals.NotExercised,
            ["conforms"] = totals.Conforms,
        });
    }

    [Test]
    public void Every_requirement_and_exchange_is_in_the_data()
    {
        Data("requirements").GetProperty("rows").GetArrayLength().Should().Be(red.Requirements.Count);
        Data("exchanges").GetProperty("rows").GetArrayLength().Should().Be(red.Exchanges.Count);
    }

    [Test]
    public void Verdict_evidence_and_command_stand_there_without_scripts()
    {
        var markup = Reported.Markup(red);
        markup.Should().ContainAll("Non-conformant", "不符合规范", "1 requirement is violated.", "违反了 1 条要求。")
            .And.ContainAll("backup/query-backup-ability#/data/backupMode:enum", "schemas/backup/ObBackupAbility.schema.json", "Query backup capabilities of a cluster")
            .And.ContainAll("the string &quot;SNAPSHOT&quot;", "字符串 &quot;SNAPSHOT&quot;", "curl -sS -i", "/backup/ability");
        OffendingLine().Match(markup).Value.Should().Contain("&quot;backupMode&quot;").And.Contain("&quot;SNAPSHOT&quot;");
    }

    [Test]
    public void Nothing_is_loaded_and_the_policy_allows_nothing()
    {
        html.Should().NotMatchRegex("<(link|img|iframe|object|embed|base|form)\\b").And.NotMatchRegex("\\s(src|srcset|on[a-z]+|style)=").And.NotMatchRegex("@import|url\\(\"?[^#\"]");
        Policy().Match(html).Groups[1].Value.Should().Be(
            $"default-src 'none'; style-src '{HashOf("style")}'; script-src '{HashOf("script")}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'");
    }

    [Test]
    public async Task Text_of_a_target_never_becomes_markup()
    {
        var odd = Reported.Html(await Reported.HostileAsync(Hostile));
        odd.Should().NotContain("<script>document").And.NotContain("<img").And.NotContain("<!--").And.NotContainAny("\u2028", "\u2029");
        Regex.Count(odd, "</script>").Should().Be(Regex.Count(html, "</script>"));
        JsonSerializer.Deserialize<JsonElement>(Script(odd, "data-exchanges")).GetProperty("texts").EnumerateArray().Should().Contain(text => text.GetString() == Hostile);
    }

    [Test]
    public void Word_of_a_result_that_no_vocabulary_knows_stands_for_itself()
    {
        Reported.Markup(red with { Target = red.Target with { Kind = "quite-new" } }).Should().Contain("<span lang=\"en\">quite-new</span>");
    }

    [Test]
    public void Run_that_could_not_start_says_so()
    {
        var unstarted = UnstartedRun.Result("Setting OCP_X: no.", new SettingSource(new Dictionary<string, string>(), new Dictionary<string, string>()), Accepted.Start);
        Reported.Markup(unstarted).Should().Contain("<span lang=\"en\">Incomplete</span>").And.Contain("Setting OCP_X: no.").And.Contain("Nothing was judged.").And.NotContain("No requirement is violated");
    }

    [Test]
    public async Task Conformant_run_names_no_violation()
    {
        var green = Reported.Markup(await Reported.RunAsync(null));
        green.Should().Contain("<span lang=\"en\">Conformant</span>").And.Contain("No requirement is violated.").And.NotContain("<article").And.NotContain("class=\"line offending\"");
    }

    [Test]
    public async Task What_is_seldom_is_shown_where_it_is()
    {
        var odd = Reported.Markup((await Reported.HostileAsync("x-1")) with { Throttling = new ThrottlingInfo(3, 4200, 60000) });
        odd.Should().ContainAll("Waivers whose requirement was not exercised", "Observations", "3 answers were HTTP 429", "belong to no operation: 1", "does not have: 1", "documentation lacks: 1");
        Reported.Markup(red with { Observations = null }).Should().NotContainAny("Waivers whose requirement was not exercised", "Observations", "answers were HTTP 429", "belong to no operation", "does not have");
    }

    [Test]
    public void Waived_violation_counts_as_waived_and_shows_who_answers_for_it()
    {
        var waiver = new WaiverInfo("backup/*", "kept for old clients", "backup team", "T-1", new DateOnly(2027, 1, 31));
        var requirements = red.Requirements.Select(requirement => requirement.Verdict == VerdictKind.Violates ? requirement with { Verdict = VerdictKind.Waived, Waiver = waiver } : requirement);
        var waived = Reported.Markup(red with { Requirements = [.. requirements], Totals = red.Totals with { MustViolations = 0, Waived = 1 } });
        waived.Should().Contain("No requirement is violated.").And.ContainAll("kept for old clients", "backup team, T-1, until 2027-01-31", "id=\"waived-cause-1\"").And.NotContain("id=\"cause-1\"");
    }

    private JsonElement Data(string name) => JsonSerializer.Deserialize<JsonElement>(Script(html, $"data-{name}"));

    private static string Script(string page, string id) => Regex.Match(page, $"<script type=\"application/json\" id=\"{id}\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;

    private string HashOf(string element) =>
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Regex.Match(html, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value)))}";

    [GeneratedRegex("data-total=\"([a-z-]+)\">([0-9,]+)<")]
    private static partial Regex TotalShown();

    [GeneratedRegex("<div class=\"line offending\">.*?</div>")]
    private static partial Regex OffendingLine();

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();
}
