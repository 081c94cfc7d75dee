namespace OcpConformance.Engine.Recorded;

/// <summary>A HAR file cannot be read; the message names file, place and remedy.</summary>
/// <param name="file">The file.</param>
/// <param name="place">JSON pointer into it; empty for the whole file.</param>
/// <param name="problem">What is wrong.</param>
public sealed class HarException(string file, string place, string problem)
    : Exception($"{file}{(place.Length == 0 ? string.Empty : $" at {place}")}: {problem}. Record the traffic again as HAR 1.2, with the content of answers.");
