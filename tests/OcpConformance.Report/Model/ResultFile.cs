using System.Globalization;
using System.Text.Json;

namespace OcpConformance.Report.Model;

/// <summary>Reads conformance.json of earlier runs.</summary>
public static class ResultFile
{
    private const string Remedy = $"Name the {Vocabulary.ResultFile} of a run";

    /// <summary>Reads the result of a run that can stand beside another.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ResultFileException">It cannot be read, is no result, or the result of a run that did not start.</exception>
    public static ResultDocument ReadComparable(string file)
    {
        var result = Read(file);
        return result.Requirements.Count > 0
            ? result
            : throw new ResultFileException($"{file} holds nothing to compare, because the run judged nothing: {result.Conclusion.Reason.TrimEnd('.')}", "Name the result of a run that did");
    }

    private static ResultDocument Read(string file)
    {
        try
        {
            var result = ResultJson.Read(File.ReadAllBytes(file));
            return result.FormatVersion == ResultDocument.CurrentFormat
                ? result
                : throw new ResultFileException(string.Create(CultureInfo.InvariantCulture, $"{file} has format {result.FormatVersion}, and this suite knows format {ResultDocument.CurrentFormat}"), "Compare results of suites that write the same format");
        }
        catch (JsonException exception)
        {
            throw new ResultFileException($"{file} is no result{(exception.Path is { } path ? $" at {path}" : string.Empty)}: {exception.Message.TrimEnd('.')}", Remedy);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ResultFileException($"{file} cannot be read: {exception.Message.TrimEnd('.')}", Remedy);
        }
    }
}
