using System.Globalization;

namespace OcpConformance.SelfTests.Fuzzing;

/// <summary>The seeds of generated input: fixed ones, or those that an environment variable names.</summary>
internal static class Seeds
{
    /// <summary>Name of the environment variable: seeds, separated by commas.</summary>
    public const string Variable = "FUZZ_SEEDS";

    public static IReadOnlyList<int> All { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
        ? [.. given.Split(',').Select(seed => int.Parse(seed, NumberStyles.Integer, CultureInfo.InvariantCulture))]
        : [1, 2, 3];
}
