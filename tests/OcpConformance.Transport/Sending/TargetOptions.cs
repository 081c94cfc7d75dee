using OcpConformance.Contract.Catalog;
using OcpConformance.Transport.Safety;

namespace OcpConformance.Transport.Sending;

/// <summary>How to talk to a target.</summary>
public sealed record TargetOptions
{
    /// <summary>Greatest length of all headers of an answer together, in units of 1024 bytes.</summary>
    public const int MaxHeaderKilobytes = 64;

    /// <summary>Where it is; paths of operations are appended.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>What an operation may do to it. Anything but GET needs the operation's effect here.</summary>
    public required IReadOnlySet<Effect> AllowedEffects { get; init; }

    /// <summary>Whether GET is the only method for reading too. A mock has nothing to protect.</summary>
    public required bool Guarded { get; init; }

    /// <summary>Where requests that may change a guarded target are noted first; null where none may be sent.</summary>
    public WriteLedger? Ledger { get; init; }

    /// <summary>Longest time for a connection with its TLS handshake.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest time for a whole exchange.</summary>
    public TimeSpan ExchangeTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>PEM file with the certificates of the authorities to trust; null for those of the system.</summary>
    public string? CertificateAuthorityFile { get; init; }

    /// <summary>Whether any certificate is accepted.</summary>
    public bool InsecureTls { get; init; }

    /// <summary>What requests go through on their way; null for nothing.</summary>
    public ProxyServer? Proxy { get; init; }

    /// <summary>Value of Accept-Language.</summary>
    public string Language { get; init; } = "en-US";

    /// <summary>Longest time in all in which requests are held back because the target limits them.</summary>
    public TimeSpan RateBudget { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Greatest body that is read, in bytes, as it comes and decoded.</summary>
    public int MaxBodyBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>The most that all answers together may take, in bytes of headers and decoded bodies.</summary>
    public long MaxEvidenceBytes { get; init; } = 128 * 1024 * 1024;
}
