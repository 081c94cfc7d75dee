namespace OcpConformance.Engine.Session;

/// <summary>Why there is no run, or no result.</summary>
/// <param name="Text">What is wrong and what to do, in a sentence.</param>
/// <param name="IsInput">Whether a setting, or a file that it names, is wrong; otherwise it may do to run again.</param>
public sealed record RunProblem(string Text, bool IsInput);
