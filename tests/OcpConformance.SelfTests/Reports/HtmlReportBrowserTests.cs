using OcpConformance.Report.Html;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Reports;

public sealed class HtmlReportBrowserTests
{
    private const string Hostile = "</script><script>document.hacked=1</script><img src=x onerror=\"document.hacked=1\"><!--";

    private Browser browser = null!;
    private ResultDocument result = null!;
    private byte[] red = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        browser = Browser.Start();
        result = await Reported.RedAsync();
        red = HtmlReport.Write(result);
    }

    [OneTimeTearDown]
    public void Stop() => browser?.Dispose();

    [SetUp]
    public void Open()
    {
        browser.Emulate("screen", "prefers-color-scheme", "light");
        browser.Width(1280);
        browser.Open(red);
    }

    [TearDown]
    public void Console_is_empty_and_nothing_was_loaded()
    {
        browser.Console().Should().BeEmpty();
        browser.Requested().Should().OnlyContain(address => address.StartsWith("file:", StringComparison.Ordinal));
    }

    [Test]
    public void Verdict_and_cause_are_seen_first()
    {
        browser.TextOf("h1").Should().Be("Non-conformant");
        browser.TextOf("#cause-1 h3").Should().Be("data.backupMode is one of LOGICAL_BACKUP, PHYSICAL_BACKUP");
        browser.TextOf("#cause-1 .actual dd").Should().Be("the string \"SNAPSHOT\"");
    }

    [Test]
    public async Task Offending_place_is_marked_and_scrolled_to()
    {
        browser.Open(HtmlReport.Write(await Reported.RunAsync("timestamp-without-offset")));
        browser.TextOf("#cause-1 .offending mark").Should().StartWith("\"timestamp\": ");
        browser.Run<long>("return document.querySelector('#cause-1 .answered .code').scrollTop").Should().BePositive();
        browser.Run<bool>(IsInside, "#cause-1 .answered .code", "#cause-1 .offending").Should().BeTrue();
    }

    [Test]
    public async Task Exchange_opens_by_keyboard_marks_the_place_and_closes_with_Escape()
    {
        browser.Click("#cause-1 .members summary");
        browser.Run<object?>("document.querySelector('#cause-1 .members button').focus({ preventScroll: true })");
        browser.Press(OpenQA.Selenium.Keys.Enter);
        browser.TextOf("dialog h2").Should().Be(Reported.Exchange);
        browser.TextOf("dialog .offending mark").Should().Be("\"backupMode\": \"SNAPSHOT\",");
        browser.Run<bool>(IsInside, "dialog .content", "dialog .offending").Should().BeTrue();
        browser.Press(OpenQA.Selenium.Keys.Escape);
        await browser.WaitForAsync("!document.querySelector('dialog').open");
        browser.Run<string>("return document.activeElement.textContent").Should().Be(Reported.Exchange);
    }

    [Test]
    public async Task Slash_leads_to_the_search_that_narrows_violations_requirements_and_exchanges()
    {
        var answers = result.Exchanges.Count(exchange => exchange.Answer?.Body?.Contains("SNAPSHOT", StringComparison.Ordinal) == true);
        browser.Press("/");
        browser.Press("SNAPSHOT");
        await browser.WaitForAsync($"document.querySelector('#search-found').textContent === 'Found: 1 causes, 1 requirements, {answers} exchanges'");
        browser.CountOf(".cause").Should().Be(1);
        browser.CountOf("[data-explorer=requirements] .row").Should().Be(1);
        browser.Press("nowhere");
        await browser.WaitForAsync("document.querySelector('#search-found').textContent === 'Found: 0 causes, 0 requirements, 0 exchanges'");
        browser.CountOf(".cause").Should().Be(0);
        browser.TextOf("#no-cause-found").Should().Be("No cause matches the search.");
    }

    [Test]
    public void Filter_shows_the_requirements_of_a_verdict()
    {
        browser.Run<object?>("const s = document.querySelector('select[name=verdict]'); s.value = 'violates'; s.dispatchEvent(new Event('change'))");
        browser.CountOf("[data-explorer=requirements] .row").Should().Be(result.Totals.MustViolations);
        browser.TextOf("[data-explorer=requirements] .id").Should().Be("backup/query-backup-ability#/data/backupMode:enum");
        browser.TextOf("[data-explorer=requirements] [role=status]").Should().Be($"1 of {result.Totals.Requirements}");
    }

    [Test]
    public void Row_unfolds_and_leads_to_its_exchange()
    {
        browser.Click("[data-explorer=requirements] .row > button");
        browser.TextOf("[data-explorer=requirements] .detail").Should().Contain("API call description");
        browser.Click("[data-explorer=requirements] .detail button");
        browser.TextOf("dialog .first-line").Should().StartWith("GET http://127.0.0.1:");
    }

    [Test]
    public void Requirement_is_said_in_the_language_of_the_page()
    {
        browser.Open(red, "?lang=zh-CN");
        browser.TextOf("[data-explorer=requirements] .row .says").Should().Be("在允许的时间内收到完整的 HTTP 响应");
        browser.Click(".languages a[lang=en]");
        browser.TextOf("[data-explorer=requirements] .row .says").Should().Be("a complete HTTP answer arrives within the time allowed");
    }

    [TestCase("?lang=zh-CN")]
    [TestCase("#zh-CN")]
    public void Address_names_the_language(string address)
    {
        browser.Open(red, address);
        browser.TextOf("h1").Should().Be("不符合规范");
        browser.TextOf(".reason").Should().Be("违反了 1 条要求。");
        browser.Run<string>("return document.title + document.documentElement.lang").Should().Be("OCP 一致性：不符合规范zh-CN");
    }

    [Test]
    public void Switch_changes_the_language_of_everything()
    {
        browser.Click(".languages a[lang=zh-CN]");
        browser.TextOf("#cause-1 h3").Should().Be("data.backupMode 是以下之一：LOGICAL_BACKUP, PHYSICAL_BACKUP");
        browser.TextOf("[data-explorer=requirements] .says").Should().Be("在允许的时间内收到完整的 HTTP 响应");
        browser.Run<string>("return document.querySelector('#search').placeholder").Should().Be("搜索（按 / 键）");
        browser.Click(".languages a[lang=en]");
        browser.TextOf("h1").Should().Be("Non-conformant");
    }

    [Test]
    public void Browser_of_a_Chinese_reader_shows_Chinese()
    {
        using var chinese = Browser.Start("zh-CN");
        chinese.Open(red);
        chinese.TextOf("h1").Should().Be("不符合规范");
    }

    [TestCase("light")]
    [TestCase("dark")]
    public void Text_stands_out_from_its_ground(string scheme)
    {
        browser.Emulate("screen", "prefers-color-scheme", scheme);
        browser.Run<bool>("return matchMedia('(prefers-color-scheme: dark)').matches").Should().Be(scheme == "dark");
        browser.Run<IReadOnlyCollection<object>>(Faint).Should().BeEmpty();
    }

    [Test]
    public void Everything_that_acts_has_a_name_and_is_reached_by_keyboard() =>
        browser.Run<IReadOnlyCollection<object>>(Nameless).Should().BeEmpty();

    [Test]
    public void Telephone_needs_no_scrolling_to_the_side()
    {
        browser.Width(400);
        browser.Run<long>("return document.documentElement.scrollWidth").Should().BeLessThanOrEqualTo(400);
    }

    [Test]
    public async Task Print_unfolds_what_is_folded_and_leaves_out_what_acts()
    {
        browser.Emulate("print", "prefers-color-scheme", "light");
        browser.Run<object?>("dispatchEvent(new Event('beforeprint'))");
        browser.Run<long>("return document.querySelectorAll('main details:not([open])').length").Should().Be(0);
        browser.CountOf("nav, select, input, .copy").Should().Be(0);
        browser.CountOf("#cause-1 .wire-headers dd").Should().BePositive();
        browser.Run<object?>("dispatchEvent(new Event('afterprint'))");
        await browser.WaitForAsync("document.querySelectorAll('main details[open]').length === 0");
    }

    [Test]
    public void Verdict_is_seen_without_scripts()
    {
        browser.Scripts(allowed: false);
        try
        {
            browser.Open(red);
            browser.TextOf("h1").Should().Be("Non-conformant");
            browser.TextOf("#cause-1 .offending mark").Should().Be("\"backupMode\": \"SNAPSHOT\",");
            browser.CountOf("search, .explorer, .copy").Should().Be(0);
        }
        finally
        {
            browser.Scripts(allowed: true);
        }
    }

    [Test]
    public async Task Hostile_answer_stays_text()
    {
        browser.Open(HtmlReport.Write(await Reported.HostileAsync(Hostile)));
        browser.Click("[data-explorer=exchanges] .row:last-of-type > button");
        browser.Run<bool>("return document.hacked === undefined && !document.querySelector('img')").Should().BeTrue();
        browser.TextOf("#cause-1 h3").Should().Be(Hostile);
        browser.TextOf("dialog .first-line").Should().Contain(Hostile);
    }

    [Test]
    public async Task Twenty_thousand_requirements_are_counted_and_few_of_them_are_elements()
    {
        browser.Open(HtmlReport.Write(await Reported.LargeAsync(20_000)));
        browser.TextOf("[data-explorer=requirements] [role=status]").Should().Be("20,000 of 20,000");
        browser.Run<long>("return document.querySelectorAll('*').length").Should().BeLessThan(6_000);
        browser.Run<object?>("const rows = document.querySelector('[data-explorer=requirements] .rows'); rows.scrollTop = rows.scrollHeight");
        await browser.WaitForAsync("document.querySelectorAll('[data-explorer=requirements] .row').length > 150");
    }

    private const string IsInside = """
        const [outer, inner] = [...arguments].map(selector => document.querySelector(selector).getBoundingClientRect());
        return outer.height > 0 && inner.top >= outer.top && inner.bottom <= outer.bottom;
        """;

    // Contrast as WCAG 2 defines it: at least 4.5 for text, 3 for large text.
    private const string Faint = """
        const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
        const channels = color => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
        const luminance = color => channels(color).slice(0, 3).map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
        const ground = element => { for (let e = element; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (channels(c)[3] === 255) return c; } return 'white'; };
        const texts = [...document.body.querySelectorAll('*')].filter(e => e.checkVisibility() && !e.closest('svg, .row') && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
        return texts.filter(e => {
          const style = getComputedStyle(e);
          const [light, dark] = [luminance(style.color), luminance(ground(e))].sort((a, b) => b - a);
          return (light + .05) / (dark + .05) < (parseFloat(style.fontSize) >= 24 ? 3 : 4.5);
        }).map(e => `${e.tagName} ${e.className} ${e.textContent.slice(0, 40)}`);
        """;

    private const string Nameless = """
        const acting = [...document.querySelectorAll('a, button, select, input, summary, [tabindex]')].filter(e => e.checkVisibility());
        return acting.filter(e => e.tabIndex < 0 || !(e.textContent.trim() || e.ariaLabel || e.labels?.length || e.ariaLabelledByElements?.length)).map(e => e.outerHTML.slice(0, 80));
        """;
}
