namespace OcpConformance.SelfTests.Support;

/// <summary>The real time, which says whenever it is asked for: a client asks when it begins to send a request.</summary>
/// <param name="asked">Is told.</param>
internal sealed class BeginningClock(Action asked) : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        asked();
        return base.GetUtcNow();
    }
}
