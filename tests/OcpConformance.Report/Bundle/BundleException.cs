namespace OcpConformance.Report.Bundle;

/// <summary>A bundle cannot be made or opened; the message names file and remedy.</summary>
/// <param name="file">The file.</param>
/// <param name="problem">What is wrong with it.</param>
/// <param name="remedy">What to do about it.</param>
public sealed class BundleException(string file, string problem, string remedy) : Exception($"{file}: {problem}. {remedy}.");
