using OcpConformance.Contract.Fixtures;
using OcpConformance.Engine.Session;
using OcpConformance.Engine.Settings;
using OcpConformance.MockOcp.Hosting;

namespace OcpConformance.SelfTests.Support;

/// <summary>Runs as a front starts them: from settings to files.</summary>
internal static class SessionRuns
{
    public static Task<RunSession> RunAsync(string results, params (string Name, string Value)[] settings) => RunAsync(results, new EmbeddedMock(), settings);

    public static async Task<RunSession> RunAsync(string results, IFixtureServerStarter mock, params (string Name, string Value)[] settings)
    {
        var given = settings.Append(("OCP_RESULTS", results)).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
        var session = RunSession.Prepare(new RunFront(new SettingSource(given, new Dictionary<string, string>()), () => mock));
        await session.ExecuteAsync(CancellationToken.None);
        return session;
    }
}
