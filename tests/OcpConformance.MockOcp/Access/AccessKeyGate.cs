using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Signing;
using OcpConformance.MockOcp.Messages;

namespace OcpConformance.MockOcp.Access;

/// <summary>Checks requests that are signed with an access key.</summary>
/// <param name="accessKeyId">Id of the one key.</param>
/// <param name="accessKeySecret">Its secret.</param>
/// <param name="clock">The time that Date is compared with.</param>
internal sealed class AccessKeyGate(string accessKeyId, string accessKeySecret, TimeProvider clock) : ICredentialCheck
{
    private const string Schemes = "OCP-ACCESS-KEY-";

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];

    /// <summary>Whether an Authorization header claims to be a signature.</summary>
    public static bool Claims(string authorization) => authorization.StartsWith(Schemes, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public bool Admits(IncomingRequest request)
    {
        var expected = $"{SignedMessage.Scheme} {accessKeyId}:{Signature(request)}";
        return Distance(request.Header("Date")) is { } distance && distance.Duration() <= Tolerance
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(request.Authorization ?? string.Empty));
    }

    /// <inheritdoc />
    public string? OnlyDefect(IncomingRequest request)
    {
        var (scheme, id, signature) = Parse(request.Authorization ?? string.Empty);
        string?[] defects = [DefectOf(scheme), id == accessKeyId ? null : RefusedCaller.UnknownKey, DefectOfDate(request), DefectOf(signature, request)];
        return defects.OfType<string>().ToArray() is [var only] ? only : null;
    }

    private static string? DefectOf(string scheme) =>
        scheme == SignedMessage.Scheme ? null
        : scheme.Equals(SignedMessage.Scheme, StringComparison.OrdinalIgnoreCase) ? RefusedCaller.LowerCaseAlgorithm
        : RefusedCaller.WrongAlgorithm;

    private string? DefectOfDate(IncomingRequest request) =>
        Distance(request.Header("Date")) is not { } distance ? RefusedCaller.WithoutDate
        : distance > Tolerance ? RefusedCaller.DateLate
        : distance < -Tolerance ? RefusedCaller.DateEarly
        : null;

    private string? DefectOf(string signature, IncomingRequest request) =>
        signature == Signature(request) ? null
        : !request.Body.IsEmpty && signature == Signature(request with { Body = default }) ? RefusedCaller.AlteredBody
        : request.Target != request.Path && signature == Signature(request with { Target = request.Path }) ? RefusedCaller.AlteredQuery
        : Methods.Any(method => signature == Signature(request with { Method = method })) ? RefusedCaller.ReplayedMethod
        : RefusedCaller.WrongSecret;

    private string Signature(IncomingRequest request) =>
        SignedMessage.Sign(SignedMessage.Of(request.Method, request.Target, request.Host, request.Headers, request.Body.Span), accessKeySecret);

    // How far the date lies in the future; null where there is none that can be read.
    private TimeSpan? Distance(string? date) =>
        DateTimeOffset.TryParseExact(date, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sent) ? sent - clock.GetUtcNow() : null;

    private static (string Scheme, string Id, string Signature) Parse(string authorization)
    {
        var parts = authorization.Split(' ', 2);
        var proof = parts.Length == 2 ? parts[1].Split(':', 2) : [string.Empty];
        return (parts[0], proof[0], proof.Length == 2 ? proof[1] : string.Empty);
    }
}
