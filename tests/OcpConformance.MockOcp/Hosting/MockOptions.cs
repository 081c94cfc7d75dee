using OcpConformance.MockOcp.Faults;
using OcpConformance.MockOcp.World;

namespace OcpConformance.MockOcp.Hosting;

/// <summary>How to run the mock.</summary>
public sealed record MockOptions
{
    /// <summary>Where to listen; port 0 takes a free one.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>Name of the one user.</summary>
    public string UserName { get; init; } = "conformance";

    /// <summary>Password of the user.</summary>
    public required string Password { get; init; }

    /// <summary>Id of the one access key.</summary>
    public string AccessKeyId { get; init; } = "conformance-key";

    /// <summary>Secret of the access key; the password where none is given.</summary>
    public string AccessKeySecret { get => field ?? Password; init; }

    /// <summary>How to misbehave; null for not at all.</summary>
    public Fault? Fault { get; init; }

    /// <summary>The objects that it has; null where it answers with what fixtures hold, each to its own request only.</summary>
    public Installation? World { get; init; }

    /// <summary>How many requests are served in each <see cref="RateWindow"/>; null for any number.</summary>
    public int? RateLimit { get; init; }

    /// <summary>The period that <see cref="RateLimit"/> speaks of.</summary>
    public TimeSpan RateWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long to wait before each answer.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The time of answers.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
