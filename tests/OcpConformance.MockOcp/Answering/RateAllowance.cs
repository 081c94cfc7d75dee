using System.Globalization;

namespace OcpConformance.MockOcp.Answering;

/// <summary>What a caller may still send.</summary>
/// <param name="Limit">Requests in a period.</param>
/// <param name="Remaining">Requests left in this period.</param>
/// <param name="Reset">Whole seconds until the period ends.</param>
/// <param name="Exceeded">Whether this request was one too many.</param>
internal sealed record RateAllowance(int Limit, long Remaining, long Reset, bool Exceeded)
{
    /// <summary>Writes the headers that tell it.</summary>
    public void Write(IDictionary<string, string> headers)
    {
        headers["RateLimit-Limit"] = Limit.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = Reset.ToString(CultureInfo.InvariantCulture);
    }
}
