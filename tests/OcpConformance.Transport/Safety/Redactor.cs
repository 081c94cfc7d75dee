using System.Text;
using System.Text.Json;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Transport.Safety;

/// <summary>Replaces secrets, in every spelling in which they may occur, before anything is kept.</summary>
public sealed class Redactor
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mark = "[redacted]";

    private const char Ellipsis = '…';

    // Fewer characters of a secret tell nothing, and occur everywhere.
    private const int TellingLength = 4;

    private static readonly HashSet<string> SecretHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-Auth-Token", "X-Xsrf-Token",
    };

    private readonly string[] spellings;

    /// <summary>Makes a redactor.</summary>
    /// <param name="secrets">The secrets; empty ones are passed over.</param>
    public Redactor(IEnumerable<string> secrets) =>
        spellings = [.. secrets.Where(secret => secret.Length > 0).SelectMany(Spellings).Distinct(StringComparer.Ordinal).OrderByDescending(text => text.Length)];

    /// <summary>A text without secrets.</summary>
    public string Redact(string text)
    {
        foreach (var spelling in spellings)
        {
            text = text.Replace(spelling, Mark, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>A shortened text without secrets; where it was cut, the beginning of one may stand before the ellipsis.</summary>
    public string RedactExcerpt(string text)
    {
        text = Redact(text);
        for (var cut = text.IndexOf(Ellipsis, StringComparison.Ordinal); cut >= 0; cut = text.IndexOf(Ellipsis, cut + 1))
        {
            if (CutShort(text.AsSpan(0, cut)) is > 0 and var length)
            {
                text = $"{text[..(cut - length)]}{Mark}{text[cut..]}";
                cut += Mark.Length - length;
            }
        }

        return text;
    }

    /// <summary>Headers without secrets.</summary>
    public IReadOnlyList<Header> Redact(IEnumerable<Header> headers) =>
        [.. headers.Select(header => header with { Value = SecretHeaders.Contains(header.Name) ? Mark : Redact(header.Value) })];

    private int CutShort(ReadOnlySpan<char> before)
    {
        foreach (var spelling in spellings)
        {
            for (var length = spelling.Length - 1; length >= TellingLength; length--)
            {
                if (before.EndsWith(spelling.AsSpan(0, length), StringComparison.Ordinal))
                {
                    return length;
                }
            }
        }

        return 0;
    }

    private static IEnumerable<string> Spellings(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return JsonSerializer.Serialize(secret)[1..^1];
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
    }
}
