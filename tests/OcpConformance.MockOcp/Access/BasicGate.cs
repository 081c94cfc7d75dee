using System.Security.Cryptography;
using System.Text;
using OcpConformance.Contract.Exchanges;
using OcpConformance.MockOcp.Messages;

namespace OcpConformance.MockOcp.Access;

/// <summary>Checks HTTP Basic credentials.</summary>
/// <param name="userName">The one user.</param>
/// <param name="password">The user's password.</param>
internal sealed class BasicGate(string userName, string password) : ICredentialCheck
{
    private const string Scheme = "Basic ";

    private readonly byte[] expected = Encoding.UTF8.GetBytes($"{userName}:{password}");
    private readonly byte[] expectedUser = Encoding.UTF8.GetBytes($"{userName}:");

    /// <inheritdoc />
    public bool Admits(IncomingRequest request) => CryptographicOperations.FixedTimeEquals(Decode(request.Authorization), expected);

    /// <inheritdoc />
    public string? OnlyDefect(IncomingRequest request)
    {
        var given = Decode(request.Authorization);
        if (!given.Contains((byte)':'))
        {
            return RefusedCaller.MalformedHeader;
        }

        if (!given.AsSpan().StartsWith(expectedUser))
        {
            return RefusedCaller.UnknownUser;
        }

        var givenPassword = given.AsSpan(expectedUser.Length);
        return givenPassword.IsEmpty ? RefusedCaller.EmptyPassword
            : Ascii.IsValid(givenPassword) ? RefusedCaller.WrongPassword
            : RefusedCaller.NonAsciiPassword;
    }

    private static byte[] Decode(string? authorization)
    {
        var token = authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true ? authorization[Scheme.Length..].Trim() : string.Empty;
        var given = new byte[token.Length];
        return Convert.TryFromBase64String(token, given, out var length) ? given[..length] : [];
    }
}
