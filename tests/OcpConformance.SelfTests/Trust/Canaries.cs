using System.Text;

namespace OcpConformance.SelfTests.Trust;

/// <summary>Secrets that a run must not tell.</summary>
internal static class Canaries
{
    public const string User = "canary-user-2b71";
    public const string Password = "canary p@ss\"wö/rd+<3";
    public const string KeyId = "CANARYKEYID0417";
    public const string KeySecret = "canary/secret+key<8";
    public const string Path = "canary-path-6d20";
    public const string InRequest = "Example-0nly#7";

    /// <summary>Scheme of HTTP Basic.</summary>
    public const string Basic = "Basic";

    /// <summary>Scheme of signed requests.</summary>
    public const string Signed = "OCP-ACCESS-KEY-HMACSHA1";

    private const string Signature = "signature";

    /// <summary>Those that are known before a run, by what they are.</summary>
    public static IReadOnlyList<(string Class, string Secret)> Known { get; } =
    [
        ("user", User), ("password", Password), ("Basic token", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"))),
        ("access key id", KeyId), ("access key secret", KeySecret), ("secret in the base URL", Path),
        ("cookie", EchoServer.Cookie), ("token in an answer", EchoServer.Token), ("short password in an answer", EchoServer.Pin),
        ("password in a request", InRequest),
    ];

    /// <summary>The same, with the signatures that a server was sent; there must be some.</summary>
    public static IReadOnlyList<(string Class, string Secret)> With(IEnumerable<string> signatures)
    {
        var all = signatures.Select(signature => (Signature, signature)).ToList();
        all.Should().NotBeEmpty("signatures must have been sent");
        return [.. Known, .. all];
    }
}
