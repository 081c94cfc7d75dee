namespace OcpConformance.Cli;

/// <summary>An argument is wrong.</summary>
/// <param name="argument">The argument, as it is written on the command line.</param>
/// <param name="problem">What is wrong with it.</param>
/// <param name="remedy">What to do about it.</param>
public sealed class InputException(string argument, string problem, string remedy) : Exception($"{argument}: {problem}. {remedy}.");
