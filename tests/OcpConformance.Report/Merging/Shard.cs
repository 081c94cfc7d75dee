using OcpConformance.Report.Model;

namespace OcpConformance.Report.Merging;

/// <summary>The result of one part of a run.</summary>
/// <param name="File">Its file, for messages.</param>
/// <param name="Result">The result.</param>
public sealed record Shard(string File, ResultDocument Result)
{
    /// <summary>Whether the run of the shard began; one with a wrong setting knows neither contract nor target.</summary>
    internal bool Started => Result.Contract.Digest.Length > 0;

    /// <summary>Ids of its operations, in order.</summary>
    internal IReadOnlyList<string> Operations { get; } =
        [.. Result.Exchanges.Select(exchange => exchange.Operation).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
