namespace OcpConformance.Cli.Output;

/// <summary>A command whose help ends with examples.</summary>
internal interface IHasExamples
{
    /// <summary>What to write behind the name of the executable, each with what it does.</summary>
    IReadOnlyList<(string Arguments, string Effect)> Examples { get; }
}
