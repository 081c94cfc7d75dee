using OcpConformance.Contract.Catalog;

namespace OcpConformance.Transport.Redaction;

/// <summary>The headers that carry credentials by their nature; schemas/redaction.json adds others.</summary>
internal static class SecretHeaders
{
    public const string Cookie = "Cookie";
    public const string SetCookie = "Set-Cookie";

    private static readonly HashSet<string> Always = new(StringComparer.OrdinalIgnoreCase) { "Authorization", "Proxy-Authorization", Cookie, SetCookie };

    public static bool Contains(SecretNames names, string header) => Always.Contains(header) || names.Headers.Contains(header, StringComparer.OrdinalIgnoreCase);
}
