using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OcpConformance.Contract.Signing;

namespace OcpConformance.MockOcp.Answering;

/// <summary>Checks requests that are signed with an access key.</summary>
/// <param name="accessKeyId">Id of the one key.</param>
/// <param name="accessKeySecret">Its secret.</param>
/// <param name="clock">The time that Date is compared with.</param>
internal sealed class AccessKeyGate(string accessKeyId, string accessKeySecret, TimeProvider clock)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    /// <summary>Whether a request is signed with the key, for this very request, now.</summary>
    public bool Admits(IncomingRequest request)
    {
        var date = request.Headers.FirstOrDefault(header => header.Name.Equals("Date", StringComparison.OrdinalIgnoreCase))?.Value;
        if (!DateTimeOffset.TryParseExact(date, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sent)
            || (clock.GetUtcNow() - sent).Duration() > Tolerance)
        {
            return false;
        }

        var message = SignedMessage.Of(request.Method, request.Target, request.Host, request.Headers, request.Body.Span);
        var expected = $"{SignedMessage.Scheme} {accessKeyId}:{SignedMessage.Sign(message, accessKeySecret)}";
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(request.Authorization ?? string.Empty));
    }
}
