namespace OcpConformance.Contract.Judging;

/// <summary>What an earlier answer of the same window had left.</summary>
/// <param name="Exchange">Id of its exchange.</param>
/// <param name="Remaining">How many requests it had left; more than none.</param>
internal sealed record EarlierRemaining(string Exchange, long Remaining);
