using System.Globalization;

namespace OcpConformance.SelfTests.Support;

/// <summary>A clock that stands still.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public FixedClock(string now)
        : this(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture))
    {
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.CreateCustomTimeZone("fixed", now.Offset, null, null);

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
