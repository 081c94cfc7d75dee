using OcpConformance.Contract.Catalog;

namespace OcpConformance.Transport.Sending;

/// <summary>How to talk to a target.</summary>
public sealed record TargetOptions
{
    /// <summary>Where it is; paths of operations are appended.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>What an operation may do to it. Anything but GET needs the operation's effect here.</summary>
    public required IReadOnlySet<Effect> AllowedEffects { get; init; }

    /// <summary>Whether GET is the only method for reading too. A mock has nothing to protect.</summary>
    public required bool Guarded { get; init; }

    /// <summary>Longest time for a connection with its TLS handshake.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest time for a whole exchange.</summary>
    public TimeSpan ExchangeTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>PEM file with the certificates of the authorities to trust; null for those of the system.</summary>
    public string? CertificateAuthorityFile { get; init; }

    /// <summary>Whether any certificate is accepted.</summary>
    public bool InsecureTls { get; init; }

    /// <summary>Value of Accept-Language.</summary>
    public string Language { get; init; } = "en-US";

    /// <summary>Greatest body that is read, in bytes after decompression.</summary>
    public int MaxBodyBytes { get; init; } = 16 * 1024 * 1024;
}
