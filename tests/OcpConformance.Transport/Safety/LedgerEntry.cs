namespace OcpConformance.Transport.Safety;

/// <summary>One line of a ledger.</summary>
public sealed record LedgerEntry
{
    /// <summary>A request is about to be sent.</summary>
    public const string Sending = "sending";

    /// <summary>A request was answered.</summary>
    public const string Answered = "answered";

    /// <summary>The target said which object it created.</summary>
    public const string Created = "created";

    /// <summary>The object that was created is gone again.</summary>
    public const string Undone = "undone";

    /// <summary>When it was written.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>What happened: one of the words above.</summary>
    public required string Event { get; init; }

    /// <summary>Id of the operation; null where an object speaks for itself.</summary>
    public string? Operation { get; init; }

    /// <summary>HTTP method.</summary>
    public string? Method { get; init; }

    /// <summary>Scheme, host and port.</summary>
    public string? Target { get; init; }

    /// <summary>The path, without query.</summary>
    public string? Path { get; init; }

    /// <summary>HTTP status of the answer.</summary>
    public int? Status { get; init; }

    /// <summary>Kind of the object that the run creates and deletes; null for other requests.</summary>
    public string? Kind { get; init; }

    /// <summary>The name that the run gave to it.</summary>
    public string? Name { get; init; }

    /// <summary>The value by which paths name it.</summary>
    public string? Key { get; init; }

    /// <summary>How it was undone, in words.</summary>
    public string? How { get; init; }
}
