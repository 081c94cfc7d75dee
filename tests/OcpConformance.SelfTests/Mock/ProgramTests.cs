using System.Diagnostics;

namespace OcpConformance.SelfTests.Mock;

public sealed class ProgramTests
{
    [TestCase("--rate-limit", "many", "--rate-limit is 'many'")]
    [TestCase("--rate-limit", "0", "--rate-limit is '0'")]
    [TestCase("--rate-window", "-1", "--rate-window is '-1'")]
    [TestCase("--latency-ms", "1.5", "--latency-ms is '1.5'")]
    [TestCase("--rate", "1", "--rate is unknown")]
    public async Task Option_that_cannot_be_read_ends_the_mock_with_one_message(string option, string value, string message)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "OcpConformance.MockOcp.dll"), option, value })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(2);
        error.Should().StartWith(message).And.NotContain("   at ");
    }
}
