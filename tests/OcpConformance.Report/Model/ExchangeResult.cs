using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Report.Model;

/// <summary>One exchange, redacted.</summary>
public sealed record ExchangeResult
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The operation; null for what the run asked for itself.</summary>
    public string? Operation { get; init; }

    /// <summary>How the operation was called; null for what the run asked for itself.</summary>
    public string? Scenario { get; init; }

    /// <summary>Why nothing was sent; null where something was.</summary>
    public Message? Blocked { get; init; }

    /// <summary>The setting that named the object; null where none did.</summary>
    public string? Setting { get; init; }

    /// <summary>The request; null where nothing was sent.</summary>
    public RequestResult? Request { get; init; }

    /// <summary>The answer; null where none came.</summary>
    public AnswerResult? Answer { get; init; }

    /// <summary>Why no answer came; null where one came.</summary>
    public Message? Failure { get; init; }

    /// <summary>When sending began; null where nothing was sent.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How long the exchange took, in milliseconds; null where nothing was sent.</summary>
    public double? ElapsedMs { get; init; }

    /// <summary>A command that repeats the request, with variables in place of secrets; null where nothing was sent.</summary>
    public string? Curl { get; init; }

    /// <summary>Places of members that the contract does not know; null where there are none.</summary>
    public IReadOnlyList<string>? UndocumentedMembers { get; init; }

    /// <summary>Accepted values that the documentation lacks, as <c>place=value</c>; null where there are none.</summary>
    public IReadOnlyList<string>? UndocumentedValues { get; init; }

    /// <summary>What was judged by it, by kind of check; null for what the run asked for itself. Violations stand with their requirements.</summary>
    public IReadOnlyList<JudgedKind>? Judged { get; init; }

    /// <summary>Why none of its requirements was exercised; null where one was.</summary>
    public Message? Unexercised { get; init; }
}

/// <summary>How many requirements of a kind came to which verdict by one exchange, apart from those that it violates.</summary>
/// <param name="Kind">The kind of check.</param>
/// <param name="Conforms">Those that hold.</param>
/// <param name="NotExercised">Those that the answer gave no occasion for.</param>
/// <param name="Blocked">Those that could not be asked.</param>
public sealed record JudgedKind(CheckKind Kind, int Conforms, int NotExercised, int Blocked);

/// <summary>A request, redacted.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Address.</param>
/// <param name="Headers">Headers.</param>
/// <param name="Body">Body as text; null where there is none.</param>
public sealed record RequestResult(string Method, string Url, IReadOnlyList<HeaderResult> Headers, string? Body);

/// <summary>An answer, redacted.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Headers">Headers.</param>
/// <param name="Body">Body as text; null where it is empty or no text.</param>
/// <param name="BodyBase64">Body in base64 where it is no text; null where it is.</param>
public sealed record AnswerResult(int Status, IReadOnlyList<HeaderResult> Headers, string? Body, string? BodyBase64);

/// <summary>A header, redacted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record HeaderResult(string Name, string Value);
