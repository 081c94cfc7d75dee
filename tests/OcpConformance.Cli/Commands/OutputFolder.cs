using OcpConformance.Cli.Invocation;
using OcpConformance.Report.Comparison;
using OcpConformance.Report.Model;
using OcpConformance.Report.Output;

namespace OcpConformance.Cli.Commands;

/// <summary>Writes a result into the folder that an option names.</summary>
internal static class OutputFolder
{
    /// <summary>Writes every format.</summary>
    /// <param name="option">The option, for the message.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="result">The result.</param>
    /// <param name="comparison">The result beside that of an earlier run; null for none.</param>
    /// <returns>The names of the files.</returns>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public static IReadOnlyList<string> Write(string option, string folder, ResultDocument result, ResultComparison? comparison = null) =>
        Named(option, folder, () => ResultFolder.Write(folder, result, comparison));

    /// <summary>Writes a format that consists of several files.</summary>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public static string Write(string option, string folder, ReportFolderFormat format, ResultDocument result) => Named(option, folder, () =>
    {
        ResultFolder.Write(folder, format, result);
        return folder;
    });

    private static T Named<T>(string option, string folder, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"{option} {folder}", exception.Message.TrimEnd('.'), "Name a folder that can be written");
        }
    }
}
