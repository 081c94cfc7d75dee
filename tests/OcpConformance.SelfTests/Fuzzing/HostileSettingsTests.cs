using OcpConformance.Engine.Settings;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Fuzzing;

public sealed class HostileSettingsTests
{
    private const int PerSeed = 300;

    private static readonly string[] Names =
        [.. SettingTable.General.Concat(SettingTable.OfResources(Project.Contract.Resources.Values)).Select(setting => setting.Name), "OCP_", "OCP_BASE_ULR", "OCP_\u96c6", $"OCP_{new string('X', 100_000)}"];

    private static readonly string[] Values =
    [
        "", " ", "0", "-1", "1", "8", "1e3", "2147483648", "99999999999999999999", "NaN", "true", "TRUE", "mock", "must", "should", "basic", "aksk", "read", "write,destroy", ",", ",,read", "*", "**/**", "backup/*", "..", ".", "/", "a/b",
        "http://", "https://ocp:8080", "http://ocp", "https://ocp:99999", "https://[::1]:8080", "https://[::1", "https://a:b@ocp", "https://ocp/?x", "https://ocp/#x", "ftp://ocp", "//ocp", "file:///etc/passwd", "https://\u00e4.example", "https://ocp\\x", "mailto:a@b",
        "4.2.2", "4.2", "4.2.2.2", "99999999999.0.0", "3.1.1", "-4.2.2", "/", "/etc", "/no/such", "\0", "a\0b", "a\nb", "\u96c6", "\ud800", "%zz", new string('x', 100_000), "en-US", "enterprise", "community",
    ];

    [TestCaseSource(typeof(Seeds), nameof(Seeds.All)), CancelAfter(30_000)]
    public void Hostile_settings_are_refused_with_name_and_remedy_or_can_be_used(int seed)
    {
        var random = new Random(seed);
        var problems = Enumerable.Range(0, PerSeed).Select(_ => Generated(random)).Select(given => (given, Problem: ProblemOf(given))).Where(found => found.Problem is not null).ToList();
        problems.Should().BeEmpty("the seed is {0}={1}", Seeds.Variable, seed);
    }

    private static Dictionary<string, string> Generated(Random random) =>
        Enumerable.Range(0, random.Next(1, 5)).Select(_ => Names[random.Next(Names.Length)]).Distinct().ToDictionary(name => name, _ => Values[random.Next(Values.Length)]);

    private static string? ProblemOf(Dictionary<string, string> given)
    {
        try
        {
            var settings = SettingsReader.Read(new SettingSource(given, new Dictionary<string, string>()), Project.Contract);
            return settings.BaseUrl is { } url && !Uri.TryCreate($"{url.AbsoluteUri.TrimEnd('/')}/api", UriKind.Absolute, out _) ? "The address cannot be used." : null;
        }
        catch (SettingsException exception)
        {
            var parts = exception.Message.Split(": ", 2);
            return given.ContainsKey(exception.Setting) || exception.Message.Contains("needs", StringComparison.Ordinal) || exception.Message.Contains("no target", StringComparison.Ordinal)
                ? parts[0] == $"Setting {exception.Setting}" && exception.Message.EndsWith('.') && parts[1].Contains(". ", StringComparison.Ordinal) ? null : $"No name or no remedy: {exception.Message}"
                : $"Another setting is named: {exception.Message}";
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }
}
