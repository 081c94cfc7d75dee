using System.Diagnostics;
using System.Globalization;
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

    /// <summary>Runs <c>dotnet test</c> on a project, as it stands there.</summary>
    /// <param name="settings">Environment variables.</param>
    /// <param name="arguments">The project, and what follows it.</param>
    public static Task<(int ExitCode, string Output)> OfProjectAsync(Dictionary<string, string> settings, params string[] arguments) =>
        EndOfAsync(Start("dotnet", ["test", .. arguments], settings));

    /// <summary>Runs the suite where no file may grow beyond a size, as on a disk that is full.</summary>
    /// <param name="settings">Environment variables.</param>
    /// <param name="blocks">The size, in blocks of 512 bytes.</param>
    public static Task<(int ExitCode, string Output)> WithLargestFileAsync(Dictionary<string, string> settings, int blocks) =>
        EndOfAsync(Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"trap '' XFSZ; ulimit -f {blocks}; exec dotnet \"$@\""), "sh", .. Arguments([])], settings));

    /// <summary>Starts the suite, waits until something happens, and kills the runner and what it started.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> KillAsync(Dictionary<string, string> settings, Func<bool> happened)
    {
        using var process = Start("dotnet", Arguments([]), settings);
        var ending = await StartedAsync(process, happened);
        process.Kill(entireProcessTree: true);
        return (await ending).ExitCode;
    }

    /// <summary>Starts the suite, waits until something happens, and sends a signal of Unix to the runner and what it started.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> InterruptAsync(Dictionary<string, string> settings, string signal, Func<bool> happened)
    {
        // The group has the id of the process, so that the signal reaches the test host as Ctrl-C in a terminal does, and nobody
        // else; and what runs in the background, as CI may, would ignore that without its default.
        using var process = Start("env", ["--default-signal", "setsid", "dotnet", .. Arguments([])], settings);
        var ending = await StartedAsync(process, happened);
        using var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -s {signal} -- -{process.Id}")]);
        await kill.WaitForExitAsync();
        return (await ending).ExitCode;
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

    // Wrapped, so that its end is not awaited here.
    private static async Task<Task<(int ExitCode, string Output)>> StartedAsync(Process process, Func<bool> happened)
    {
        var ending = EndOfAsync(process);
        while (!happened() && !ending.IsCompleted)
        {
            await Task.Delay(100);
        }

        return ending;
    }

    private static async Task<(int ExitCode, string Output)> EndOfAsync(Process process)
    {
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(output));
    }
}
