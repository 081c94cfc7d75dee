namespace OcpConformance.MockOcp.State;

/// <summary>Ids for what the mock makes itself.</summary>
internal sealed class FreshIds
{
    // Far above the ids of the fixtures, and below what 32 bits hold.
    private long last = 900_000;

    /// <summary>An id that nothing else has.</summary>
    public long Next() => Interlocked.Increment(ref last);
}
