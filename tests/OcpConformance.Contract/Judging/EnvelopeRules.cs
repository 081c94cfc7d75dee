using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>What the members of the envelope mean together, and together with HTTP. Stated by the page on calling the API.</summary>
public static class EnvelopeRules
{
    private const string Page = "API call description";
    private const string File = "schemas/envelope/envelope.schema.json";

    /// <summary>Never both.</summary>
    public static Requirement DataOrError { get; } = Rule("data-or-error");

    /// <summary>The status is that of HTTP.</summary>
    public static Requirement StatusEqualsHttpStatus { get; } = Rule("status-equals-http-status");

    /// <summary>Successful means 200.</summary>
    public static Requirement SuccessfulAgreesWithStatus { get; } = Rule("successful-agrees-with-status");

    /// <summary>A failure has an error.</summary>
    public static Requirement ErrorAgreesWithSuccessful { get; } = Rule("error-agrees-with-successful");

    /// <summary>The time is now.</summary>
    public static Requirement TimestampNearClock { get; } = Rule("timestamp-near-clock");

    /// <summary>The server takes no longer than the exchange.</summary>
    public static Requirement DurationWithinExchange { get; } = Rule("duration-within-exchange");

    /// <summary>A success can be traced.</summary>
    public static Requirement TraceIdOnSuccess { get; } = Rule("trace-id-on-success");

    /// <summary>Each request has its own trace.</summary>
    public static Requirement TraceIdUnique { get; } = Rule("trace-id-unique");

    /// <summary>Messages are in the language that the request asks for, which the page on calling the API says of them.</summary>
    public static Requirement MessageLanguage { get; } =
        Requirement.OfRule(Requirement.EnvelopeScope, "message-in-language", Message.Of("message-in-language"), Level.Should, CheckKind.Envelope, Page, "schemas/envelope/error.schema.json");

    /// <summary>Pages are counted right. Every sample shows it, no page states it, and it applies to paged lists only.</summary>
    public static Requirement PageArithmetic { get; } =
        Requirement.OfRule(Requirement.EnvelopeScope, "page-arithmetic", Message.Of("page-arithmetic"), Level.Should, CheckKind.Semantics, Page, "schemas/envelope/page.schema.json");

    /// <summary>All that apply to every envelope, in the order in which they are judged: a rule that rests on a violated one is blocked.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
    [
        DataOrError, StatusEqualsHttpStatus, SuccessfulAgreesWithStatus, ErrorAgreesWithSuccessful,
        TimestampNearClock, DurationWithinExchange, TraceIdOnSuccess, TraceIdUnique, MessageLanguage,
    ];

    private static Requirement Rule(string name) =>
        Requirement.OfRule(Requirement.EnvelopeScope, name, Message.Of(name), Level.Must, CheckKind.Envelope, Page, File);
}
