using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Exchanges;

/// <summary>Why there is no complete answer.</summary>
public enum FailureKind
{
    /// <summary>The host name leads to no address.</summary>
    NameNotResolved,

    /// <summary>Nothing listens at the address.</summary>
    ConnectionRefused,

    /// <summary>The connection was not made within the time allowed.</summary>
    ConnectTimeout,

    /// <summary>The certificate is not accepted.</summary>
    Tls,

    /// <summary>The TLS handshake failed otherwise, as it does where something else than TLS is spoken.</summary>
    TlsHandshake,

    /// <summary>The exchange was not complete within the time allowed.</summary>
    Timeout,

    /// <summary>The connection broke off.</summary>
    ConnectionLost,

    /// <summary>What came is no HTTP answer, or contradicts its own length.</summary>
    Protocol,

    /// <summary>The answer is larger than the suite reads.</summary>
    TooLarge,

    /// <summary>The answers before it took all the room that a run has; it says nothing about the target.</summary>
    NotKept,
}

/// <summary>An exchange that ended without a complete answer.</summary>
/// <param name="Kind">The sort of failure.</param>
/// <param name="Message">What happened, without secrets.</param>
public sealed record TransportFailure(FailureKind Kind, Message Message)
{
    /// <summary>Whether no connection was made, so that the target was not asked.</summary>
    public bool IsWithoutConnection => Kind is FailureKind.NameNotResolved or FailureKind.ConnectionRefused or FailureKind.ConnectTimeout;
}
