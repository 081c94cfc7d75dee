using System.Diagnostics;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;

namespace OcpConformance.SelfTests.Support;

/// <summary>Runs the suite as a user does, in a process of its own.</summary>
internal static class SuiteProcess
{
    /// <summary>The built suite.</summary>
    public static string Assembly { get; } =
        Path.Combine(AppContext.BaseDirectory.Replace("OcpConformance.SelfTests", "OcpConformance.Tests", StringComparison.Ordinal), "OcpConformance.Tests.dll");

    /// <summary>Runs <c>dotnet test</c> on the built suite.</summary>
    /// <param name="settings">Environment variables.</param>
    /// <param name="arguments">Further arguments; an assembly among them takes the place of the built one.</param>
    public static async Task<(int ExitCode, string Output, ResultDocument? Result)> RunAsync(Dictionary<string, string> settings, params string[] arguments)
    {
        var results = Directory.CreateTempSubdirectory("ocp-conformance-").FullName;
        try
        {
            var (exitCode, output) = await EndOfAsync(Start("dotnet", Arguments(arguments), new(settings) { ["OCP_RESULTS"] = settings.GetValueOrDefault("OCP_RESULTS", results) }));
            var file = Path.Combine(results, Vocabulary.ResultFile);
            return (exitCode, output, File.Exists(file) ? ResultJson.Read(await File.ReadAllBytesAsync(file)) : null);
        }
        finally
        {
            Directory.Delete(results, recursive: true);
        }
    }

    /// <summary>How to start <c>dotnet test</c> on the built suite.</summary>
    public static ProcessStartInfo Info(string results, Dictionary<string, string> settings) =>
        Prepared("dotnet", Arguments([]), new(settings) { ["OCP_RESULTS"] = results });

    private static string[] Arguments(string[] further) =>
    [
        "test", .. further.Any(argument => argument.EndsWith(".dll", StringComparison.Ordinal)) ? Array.Empty<string>() : [Assembly],
        "--settings", Path.Combine(Project.Root, "runsettings", "mock.runsettings"), .. further,
    ];

    private static Process Start(string file, string[] arguments, Dictionary<string, string> settings) => Process.Start(Prepared(file, arguments, settings))!;

    private static ProcessStartInfo Prepared(string file, string[] arguments, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("OCP_", StringComparison.Ordinal) || name == StepSummary.Variable).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task<(int ExitCode, string Output)> EndOfAsync(Process process)
    {
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(output));
    }
}
