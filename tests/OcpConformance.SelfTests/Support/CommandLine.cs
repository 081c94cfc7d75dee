using OcpConformance.Cli;
using OcpConformance.Cli.Invocation;

namespace OcpConformance.SelfTests.Support;

/// <summary>Runs commands of the command line in this process.</summary>
internal static class CommandLine
{
    public static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync([], arguments);

    public static async Task<(int Code, string Output, string Error)> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Application.RunAsync(arguments, new CommandContext(output, error, environment, TimeProvider.System, ErrorIsTerminal: false));
        return (code, output.ToString(), error.ToString());
    }
}
