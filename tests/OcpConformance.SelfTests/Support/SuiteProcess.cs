using System.Diagnostics;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;

namespace OcpConformance.SelfTests.Support;

/// <summary>Runs the suite as a user does, in a process of its own.</summary>
internal static class SuiteProcess
{
    /// <summary>Runs <c>dotnet test</c> on the built suite.</summary>
    /// <param name="settings">Environment variables.</param>
    /// <param name="arguments">Further arguments.</param>
    public static async Task<(int ExitCode, string Output, ResultDocument? Result)> RunAsync(Dictionary<string, string> settings, params string[] arguments)
    {
        var results = Directory.CreateTempSubdirectory("ocp-conformance-").FullName;
        try
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
            var assembly = Path.Combine(AppContext.BaseDirectory.Replace("OcpConformance.SelfTests", "OcpConformance.Tests", StringComparison.Ordinal), "OcpConformance.Tests.dll");
            foreach (var argument in new[] { "test", assembly, "--settings", Path.Combine(Project.Root, "runsettings", "mock.runsettings") }.Concat(arguments))
            {
                start.ArgumentList.Add(argument);
            }

            foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("OCP_", StringComparison.Ordinal) || name == StepSummary.Variable).ToList())
            {
                start.Environment.Remove(name);
            }

            start.Environment["OCP_RESULTS"] = results;
            foreach (var (name, value) in settings)
            {
                start.Environment[name] = value;
            }

            using var process = Process.Start(start)!;
            var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            var file = Path.Combine(results, Vocabulary.ResultFile);
            return (process.ExitCode, string.Concat(output), File.Exists(file) ? ResultJson.Read(await File.ReadAllBytesAsync(file)) : null);
        }
        finally
        {
            Directory.Delete(results, recursive: true);
        }
    }
}
