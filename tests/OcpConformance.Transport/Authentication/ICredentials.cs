using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Transport.Authentication;

/// <summary>Proves to a target who calls.</summary>
public interface ICredentials
{
    /// <summary>What must appear in no output.</summary>
    IReadOnlyList<string> Secrets { get; }

    /// <summary>The options of a curl command that stand for the credentials, with variables in place of secrets.</summary>
    string CurlOptions { get; }

    /// <summary>What a target could count as a failed login of a user that exists, should it refuse; null where no such user is named.</summary>
    LoginAttempt? Login { get; }

    /// <summary>The headers that carry the proof.</summary>
    /// <param name="method">HTTP method of the request.</param>
    /// <param name="url">Its address.</param>
    /// <param name="headers">The headers that it has already.</param>
    /// <param name="body">Its body; empty where there is none.</param>
    /// <param name="now">The time of sending.</param>
    IEnumerable<Header> Headers(string method, Uri url, IReadOnlyList<Header> headers, ReadOnlySpan<byte> body, DateTimeOffset now);
}
