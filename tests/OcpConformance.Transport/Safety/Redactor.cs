using System.Text;
using System.Text.Json;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Transport.Safety;

/// <summary>Replaces secrets, in every spelling in which they may occur, before anything is kept.</summary>
public sealed class Redactor
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mark = "[redacted]";

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

    /// <summary>Headers without secrets.</summary>
    public IReadOnlyList<Header> Redact(IEnumerable<Header> headers) =>
        [.. headers.Select(header => header with { Value = SecretHeaders.Contains(header.Name) ? Mark : Redact(header.Value) })];

    private static IEnumerable<string> Spellings(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return JsonSerializer.Serialize(secret)[1..^1];
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
    }
}
