using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Transport.Sending;

/// <summary>Says in one sentence why no complete answer came.</summary>
internal static class FailureReader
{
    /// <param name="exception">What was thrown.</param>
    /// <param name="url">Where the request went.</param>
    /// <param name="proxy">What it went through; null for nothing.</param>
    public static TransportFailure Read(Exception exception, Uri url, ProxyServer? proxy) => exception switch
    {
        BodyTooLargeException tooLarge => new(FailureKind.TooLarge, Message.Of("too-much-sent", Root(url), tooLarge.Problem)),
        EvidenceFullException full => new(FailureKind.NotKept, full.Problem),
        OperationCanceledException { InnerException: TimeoutException } => new(FailureKind.ConnectTimeout, Message.Of("connect-timeout", Root(url))),
        OperationCanceledException => new(FailureKind.Timeout, Message.Of("answer-timeout", Root(url))),
        HttpRequestException request => Read(request, url, proxy),
        HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => new(FailureKind.Protocol, Message.Of("invalid-http", Root(url), exception.Message)),
        InvalidDataException => new(FailureKind.Protocol, Message.Of("body-not-decoded", Root(url), Innermost(exception))),
        IOException => new(FailureKind.ConnectionLost, Message.Of("connection-lost", Root(url))),
        _ => new(FailureKind.Protocol, Message.Of("exchange-failed", Root(url), exception.Message)),
    };

    private static TransportFailure Read(HttpRequestException exception, Uri url, ProxyServer? proxy) => exception.HttpRequestError switch
    {
        HttpRequestError.ProxyTunnelError => new(FailureKind.ConnectionRefused, Message.Of("proxy-refuses", proxy!.Words, Root(url), Refusal(exception))),
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError when proxy is not null =>
            new(FailureKind.ConnectionRefused, Message.Of("proxy-unreachable", proxy.Words, Innermost(exception), url.Host)),
        HttpRequestError.NameResolutionError => new(FailureKind.NameNotResolved, Message.Of("name-not-resolved", url.Host)),
        HttpRequestError.SecureConnectionError when Cause<CertificateException>(exception) is { } certificate => new(FailureKind.Tls, certificate.Problem),
        HttpRequestError.SecureConnectionError => new(FailureKind.TlsHandshake, Message.Of("handshake-failed", Root(url), Innermost(exception))),
        HttpRequestError.ConnectionError when Cause<SocketException>(exception) is { SocketErrorCode: SocketError.ConnectionRefused } =>
            new(FailureKind.ConnectionRefused, Message.Of("connection-refused", Root(url))),
        HttpRequestError.ConnectionError => new(FailureKind.ConnectionRefused, Message.Of("no-connection", Root(url), Innermost(exception))),
        HttpRequestError.InvalidResponse => new(FailureKind.Protocol, Message.Of("invalid-http", Root(url), Innermost(exception))),
        HttpRequestError.ConfigurationLimitExceeded => new(FailureKind.TooLarge, Message.Of("too-much-sent", Root(url), Innermost(exception))),
        _ when Cause<AuthenticationException>(exception) is not null => new(FailureKind.TlsHandshake, Message.Of("handshake-failed", Root(url), Innermost(exception))),
        _ => new(FailureKind.ConnectionLost, Message.Of("connection-lost", Root(url))),
    };

    private static Argument Refusal(HttpRequestException exception) => exception.StatusCode switch
    {
        HttpStatusCode.ProxyAuthenticationRequired => Message.Of("proxy-wants-user"),
        { } status => Message.Of("http-status", (int)status),
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
