namespace OcpConformance.Report.Model;

/// <summary>A result cannot be used; the message names file, place and remedy.</summary>
/// <param name="file">The file.</param>
/// <param name="place">JSON pointer into it; empty for the whole file.</param>
/// <param name="problem">What is wrong.</param>
/// <param name="remedy">What to do about it.</param>
public sealed class ResultException(string file, string place, string problem, string remedy)
    : Exception($"{file}{(place.Length == 0 ? string.Empty : $" at {place}")}: {problem}. {remedy}.");
