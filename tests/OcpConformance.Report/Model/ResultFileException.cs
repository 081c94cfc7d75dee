namespace OcpConformance.Report.Model;

/// <summary>A file is no result, or none that can be used; the message names the file, without a full stop.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="remedy">What to do.</param>
public sealed class ResultFileException(string message, string remedy) : Exception(message)
{
    /// <summary>What to do, without a full stop.</summary>
    public string Remedy { get; } = remedy;
}
