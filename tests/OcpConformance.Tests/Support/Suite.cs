using System.Collections;
using OcpConformance.Engine.Session;
using OcpConformance.Engine.Settings;
using OcpConformance.MockOcp.Hosting;

namespace OcpConformance.Tests.Support;

/// <summary>The run behind all tests: prepared when NUnit looks for test cases, executed once before the first test.</summary>
internal static class Suite
{
    private static readonly Lazy<RunSession> Prepared = new(() => RunSession.Prepare(Front()));

    /// <summary>The run.</summary>
    public static RunSession Session => Prepared.Value;

    private static RunFront Front()
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? string.Empty, StringComparer.Ordinal);
        var parameters = TestContext.Parameters.Names.ToDictionary(name => name, name => TestContext.Parameters[name] ?? string.Empty, StringComparer.Ordinal);
        return new RunFront(new SettingSource(environment, parameters), () => new EmbeddedMock())
        {
            Environment = environment,
            DefaultFolder = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "TestResults", "conformance"),
            WrittenElsewhere = OfficialAllure.Formats,
        };
    }
}
