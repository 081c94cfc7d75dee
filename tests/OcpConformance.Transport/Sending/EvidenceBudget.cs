namespace OcpConformance.Transport.Sending;

/// <summary>The bytes of answers that a run may hold, those that are being read included.</summary>
/// <param name="capacity">How many.</param>
internal sealed class EvidenceBudget(long capacity)
{
    private long taken;

    /// <summary>Takes some of it.</summary>
    /// <exception cref="EvidenceFullException">There is not so much left; nothing is taken.</exception>
    public void Take(long bytes)
    {
        if (Interlocked.Add(ref taken, bytes) > capacity)
        {
            Give(bytes);
            throw new EvidenceFullException(capacity);
        }
    }

    /// <summary>Gives some of it back.</summary>
    public void Give(long bytes) => Interlocked.Add(ref taken, -bytes);
}
