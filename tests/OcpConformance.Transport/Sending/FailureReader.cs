using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Transport.Sending;

/// <summary>Says in one sentence why no complete answer came.</summary>
internal static class FailureReader
{
    /// <param name="exception">What was thrown.</param>
    /// <param name="url">Where the request went.</param>
    /// <param name="proxy">What it went through; null for nothing.</param>
    public static TransportFailure Read(Exception exception, Uri url, ProxyServer? proxy) => exception switch
    {
        BodyTooLargeException => new(FailureKind.TooLarge, $"{Root(url)} sent too much: {exception.Message}"),
        EvidenceFullException => new(FailureKind.NotKept, exception.Message),
        OperationCanceledException { InnerException: TimeoutException } => new(FailureKind.ConnectTimeout, $"no connection to {Root(url)} within the time allowed"),
        OperationCanceledException => new(FailureKind.Timeout, $"no complete answer from {Root(url)} within the time allowed"),
        HttpRequestException request => Read(request, url, proxy),
        HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => new(FailureKind.Protocol, $"{Root(url)} sent no valid HTTP: {exception.Message}"),
        InvalidDataException => new(FailureKind.Protocol, $"{Root(url)} sent a body that cannot be decoded: {Innermost(exception)}"),
        IOException => new(FailureKind.ConnectionLost, $"{Root(url)} broke the connection off before the answer was complete"),
        _ => new(FailureKind.Protocol, $"the exchange with {Root(url)} failed: {exception.Message}"),
    };

    private static TransportFailure Read(HttpRequestException exception, Uri url, ProxyServer? proxy) => exception.HttpRequestError switch
    {
        HttpRequestError.ProxyTunnelError => new(FailureKind.ConnectionRefused, $"{proxy} makes no connection to {Root(url)} ({Refusal(exception)})"),
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError when proxy is not null =>
            new(FailureKind.ConnectionRefused, $"{proxy} cannot be reached ({Innermost(exception)}); correct or unset it, or name {url.Host} in NO_PROXY"),
        HttpRequestError.NameResolutionError => new(FailureKind.NameNotResolved, $"the host name {url.Host} leads to no address"),
        HttpRequestError.SecureConnectionError when Cause<CertificateException>(exception) is { } certificate => new(FailureKind.Tls, certificate.Message),
        HttpRequestError.SecureConnectionError => new(FailureKind.TlsHandshake, $"the TLS handshake with {Root(url)} failed: {Innermost(exception)}"),
        HttpRequestError.ConnectionError when Cause<SocketException>(exception) is { SocketErrorCode: SocketError.ConnectionRefused } =>
            new(FailureKind.ConnectionRefused, $"nothing listens at {Root(url)} (connection refused)"),
        HttpRequestError.ConnectionError => new(FailureKind.ConnectionRefused, $"no connection to {Root(url)}: {Innermost(exception)}"),
        HttpRequestError.InvalidResponse => new(FailureKind.Protocol, $"{Root(url)} sent no valid HTTP: {Innermost(exception)}"),
        HttpRequestError.ConfigurationLimitExceeded => new(FailureKind.TooLarge, $"{Root(url)} sent too much: {Innermost(exception)}"),
        _ when Cause<AuthenticationException>(exception) is not null => new(FailureKind.TlsHandshake, $"the TLS handshake with {Root(url)} failed: {Innermost(exception)}"),
        _ => new(FailureKind.ConnectionLost, $"{Root(url)} broke the connection off before the answer was complete"),
    };

    private static string Refusal(HttpRequestException exception) => exception.StatusCode switch
    {
        HttpStatusCode.ProxyAuthenticationRequired => "HTTP 407: it wants a user name and a password; write them as in http://user:password@host:port",
        { } status => string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)status}"),
        null => Innermost(exception),
    };

    private static T? Cause<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
            {
                return found;
            }
        }

        return null;
    }

    private static string Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception.Message;
    }

    private static string Root(Uri url) => url.GetLeftPart(UriPartial.Authority);
}
