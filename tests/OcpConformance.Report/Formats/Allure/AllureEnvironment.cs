using System.Text;
using System.Text.Json;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Formats.Allure;

/// <summary>What Allure reads beside the tests: where the run took place, and how failures are sorted.</summary>
internal static class AllureEnvironment
{
    private static readonly IReadOnlyList<AllureCategory> Categories =
    [
        new("Violations of the contract", "What the documentation states, and the target does not hold to.", null, [AllureWords.Failed]),
        new("No conclusion", "The run cannot say whether the target conforms.", null, [AllureWords.Broken]),
        new("Warnings", "Violations below the level that counts.", "Warning: .*", [AllureWords.Skipped]),
        new("Waived", "Violations that somebody answers for.", "Waived: .*", [AllureWords.Skipped]),
        new("Blocked", "What could not be asked.", "Blocked: .*", [AllureWords.Skipped]),
        new("Not exercised", "What no answer gave occasion for.", "Not exercised: .*", [AllureWords.Skipped]),
    ];

    public static IEnumerable<ReportFile> Of(ResultDocument result, CiBuild? build)
    {
        yield return new ReportFile("environment.properties", Encoding.UTF8.GetBytes(Environment(result)));
        yield return new ReportFile("categories.json", AllureJson.Write(Categories, json => json.IReadOnlyListAllureCategory));
        yield return new ReportFile("allurerc.mjs", Encoding.UTF8.GetBytes(Configuration()));
        if (build is not null)
        {
            var executor = new AllureExecutor(build.Server, build.Type, build.Url, build.Order, build.Name, build.BuildUrl, "OCP conformance");
            yield return new ReportFile("executor.json", AllureJson.Write(executor, json => json.AllureExecutor));
        }
    }

    private static string Environment(ResultDocument result)
    {
        (string Key, string Value)[] properties =
        [
            ("target", $"{result.Target.Kind} {result.Target.BaseUrl}".Trim()),
            ("suite", $"{result.Suite.Name} {result.Suite.Version}"),
            ("contract", result.Contract.Digest),
            ("release", $"{result.Contract.Version ?? "newest"} ({result.Contract.VersionSource})"),
            ("edition", result.Contract.Edition),
            ("level", result.Conclusion.Level.Word()),
            .. result.Settings.OrderBy(setting => setting.Key, StringComparer.Ordinal).Select(setting => (setting.Key, setting.Value)),
        ];
        return string.Concat(properties.Select(property => $"{property.Key} = {Escape(property.Value)}\n"));
    }

    // As Java reads properties: a backslash escapes, a line ends the value.
    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    // Allure 3 does not read categories.json; its configuration sorts the same way.
    private static string Configuration() => $$"""
        // Allure 3: npx allure@3.18.0 generate allure-results --config allure-results/allurerc.mjs
        export default {
          name: "OCP conformance",
          output: "allure-report",
          plugins: { awesome: { options: { groupBy: ["epic", "feature", "story"] } } },
          categories: [
        {{string.Join(",\n", Categories.Select(Matcher))}}
          ],
        };

        """;

    private static string Matcher(AllureCategory category)
    {
        var message = category.MessageRegex is { } regex ? $", message: /^{regex}$/s" : string.Empty;
        return $"    {{ name: {Quote(category.Name)}, matchers: {{ statuses: [{string.Join(", ", category.MatchedStatuses.Select(Quote))}]{message} }} }}";
    }

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
