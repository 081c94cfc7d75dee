using System.CommandLine;
using System.Text;
using OcpConformance.Cli.Invocation;

namespace OcpConformance.Cli.Commands;

/// <summary>The option that names the file to write.</summary>
internal sealed class OutputOption : Option<string?>
{
    public OutputOption()
        : base("--output")
    {
        Description = "The file to write; default the standard output";
        HelpName = "FILE";
    }

    /// <summary>Writes to the file that the command line names, or else to the standard output.</summary>
    /// <returns>Whether it went to a file.</returns>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public async Task<bool> WriteAsync(ParseResult parsed, byte[] content, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(this) is not { } file)
        {
            await parsed.InvocationConfiguration.Output.WriteAsync(Encoding.UTF8.GetString(content)).ConfigureAwait(false);
            return false;
        }

        try
        {
            await File.WriteAllBytesAsync(file, content, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"{Name} {file}", exception.Message.TrimEnd('.'), "Name a file in a folder that exists and can be written");
        }
    }
}
