using System.Security.Cryptography;
using System.Text;

namespace OcpConformance.MockOcp.Answering;

/// <summary>Checks HTTP Basic credentials.</summary>
/// <param name="userName">The one user.</param>
/// <param name="password">The user's password.</param>
internal sealed class BasicGate(string userName, string password)
{
    private const string Scheme = "Basic ";

    private readonly byte[] expected = Encoding.UTF8.GetBytes($"{userName}:{password}");

    /// <summary>Whether an Authorization header carries the credentials.</summary>
    public bool Admits(string authorization)
    {
        var token = authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : string.Empty;
        var given = new byte[token.Length];
        return Convert.TryFromBase64String(token, given, out var length) && CryptographicOperations.FixedTimeEquals(given.AsSpan(0, length), expected);
    }
}
