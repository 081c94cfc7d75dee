using OcpConformance.Contract.Json;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>The requirements that hold for every exchange, whatever its operation.</summary>
public static class ProtocolRules
{
    private const string Page = "API call description";
    private const string File = "schemas/envelope/envelope.schema.json";

    /// <summary>A complete HTTP answer arrives in time.</summary>
    public static Requirement AnswerArrives { get; } = Answer("answer-arrives", "a complete HTTP answer arrives within the time allowed");

    /// <summary>No redirect in place of an answer.</summary>
    public static Requirement NoRedirect { get; } = Answer("no-redirect", "the operation itself answers, without redirect to another page");

    /// <summary>A status that allows a body.</summary>
    public static Requirement StatusWithContent { get; } = Answer("status-with-content", "the HTTP status allows a body (not 204, 205 or 304)");

    /// <summary>A body.</summary>
    public static Requirement BodyPresent { get; } = Answer("body-present", "the answer has a body");

    /// <summary>No web page.</summary>
    public static Requirement NoMarkup { get; } = Answer("no-markup", "the body is no HTML page");

    /// <summary>UTF-8 without byte order mark.</summary>
    public static Requirement Utf8 { get; } = Answer("utf-8", "the body is UTF-8 without byte order mark and without broken characters");

    /// <summary>The value is complete.</summary>
    public static Requirement JsonComplete { get; } = Answer("json-complete", "the JSON in the body is complete");

    /// <summary>Nothing follows the value.</summary>
    public static Requirement JsonAlone { get; } = Answer("json-alone", "nothing follows the JSON value in the body");

    /// <summary>No duplicate members.</summary>
    public static Requirement JsonUniqueMembers { get; } = Answer("json-unique-members", "no JSON object in the body has a member twice");

    /// <summary>Bounded nesting.</summary>
    public static Requirement JsonDepth { get; } = Answer("json-depth", $"the JSON in the body is nested at most {StrictJson.MaxDepth} levels deep");

    /// <summary>Correct grammar.</summary>
    public static Requirement JsonSyntax { get; } = Answer("json-syntax", "the body follows the grammar of JSON (RFC 8259)");

    /// <summary>The media type of JSON.</summary>
    public static Requirement MediaType { get; } = Answer("media-type", "the Content-Type of an envelope is application/json");

    /// <summary>The media type of an answer without envelope, which no page names.</summary>
    public static Requirement BareMediaType { get; } = Requirement.OfRule(
        Requirement.ProtocolScope,
        "bare-media-type",
        "the Content-Type of an answer without envelope is that of its content, as it stands or in JSON",
        Level.Should,
        CheckKind.Answer,
        Page,
        File);

    /// <summary>A valid request succeeds.</summary>
    public static Requirement NominalSucceeds { get; } = Answer("nominal-succeeds", "a valid request of a caller with permission is answered with a success");

    /// <summary>The requirements on how the body is written, in the order in which they are judged.</summary>
    public static IReadOnlyList<Requirement> Body { get; } =
        [BodyPresent, NoMarkup, Utf8, JsonDepth, JsonComplete, JsonAlone, JsonUniqueMembers, JsonSyntax];

    /// <summary>All requirements of this class.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
        [AnswerArrives, NoRedirect, StatusWithContent, .. Body, MediaType, BareMediaType, NominalSucceeds];

    internal static Requirement Owner(JsonDefect defect) => defect switch
    {
        JsonDefect.Empty => BodyPresent,
        JsonDefect.Markup => NoMarkup,
        JsonDefect.Encoding => Utf8,
        JsonDefect.TooDeep => JsonDepth,
        JsonDefect.Truncated => JsonComplete,
        JsonDefect.TrailingText => JsonAlone,
        JsonDefect.DuplicateMember => JsonUniqueMembers,
        _ => JsonSyntax,
    };

    private static Requirement Answer(string name, string sentence) =>
        Requirement.OfRule(Requirement.ProtocolScope, name, sentence, Level.Must, CheckKind.Answer, Page, File);
}
