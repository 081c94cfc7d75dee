using System.Text.Json.Nodes;
using OcpConformance.Contract.Exchanges;
using OcpConformance.MockOcp.Messages;

namespace OcpConformance.MockOcp.Faults;

/// <summary>One way in which the mock misbehaves.</summary>
public sealed record Fault
{
    /// <summary>Name of its file, without ending.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in words.</summary>
    public required string Title { get; init; }

    /// <summary>The outcome that it changes: <c>success</c> or a cause of rejection.</summary>
    public required string Outcome { get; init; }

    /// <summary>The operation that it is limited to; null for all.</summary>
    public string? Operation { get; init; }

    /// <summary>The outcome that it pretends; null for the right one.</summary>
    public string? AnswerAs { get; init; }

    /// <summary>HTTP status to send; null for the right one.</summary>
    public int? Status { get; init; }

    /// <summary>Headers to send; an empty value removes a header.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Values to set in the body, by JSON pointer.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Set { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>JSON pointers of what to remove from the body.</summary>
    public IReadOnlyList<string> Remove { get; init; } = [];

    /// <summary>Body to send in place of the right one; null for the right one.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Text to put before the body.</summary>
    public string Prepend { get; init; } = string.Empty;

    /// <summary>Text to put behind the body.</summary>
    public string Append { get; init; } = string.Empty;

    /// <summary>How many bytes of the body to leave out at the end.</summary>
    public int DropLastBytes { get; init; }

    /// <summary>How far the clock of the mock is off.</summary>
    public TimeSpan ClockSkew { get; init; }

    /// <summary>Whether the connection is reset in place of an answer.</summary>
    public bool Abort { get; init; }

    /// <summary>The callers that are let in although their credentials are wrong, as names of <see cref="RefusedCaller"/>.</summary>
    public IReadOnlyList<string> Admits { get; init; } = [];

    /// <summary>In which way pages are wrong; null for none.</summary>
    public PagingFault? Paging { get; init; }

    /// <summary>In which way the mock is wrong about objects that requests created; null for none.</summary>
    public StateFault? State { get; init; }

    /// <summary>Whether texts are English whatever language is asked for.</summary>
    public bool IgnoresLanguage { get; init; }

    /// <summary>Level at which a run must fail: <c>must</c> or <c>should</c>.</summary>
    public required string ExpectedLevel { get; init; }

    /// <summary>Ids of the requirements that a run must report, and no other.</summary>
    public required IReadOnlyList<string> ExpectedViolations { get; init; }

    /// <summary>Whether an operation is wrong about objects in a certain way.</summary>
    public bool Affects(Contract.Catalog.Operation operation, StateFault state) => State == state && (Operation is null || Operation == operation.Id);

    /// <summary>Whether it changes an outcome.</summary>
    public bool Concerns(Outcome outcome) => Outcome == outcome.Name && (Operation is null || Operation == outcome.Operation?.Id);
}
