using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>The requirements that hold for every exchange, whatever its operation.</summary>
public static class ProtocolRules
{
    private const string Page = "API call description";
    private const string File = "schemas/envelope/envelope.schema.json";

    /// <summary>A complete HTTP answer arrives in time.</summary>
    public static Requirement AnswerArrives { get; } = Answer("answer-arrives");

    /// <summary>No redirect in place of an answer.</summary>
    public static Requirement NoRedirect { get; } = Answer("no-redirect");

    /// <summary>A status that allows a body.</summary>
    public static Requirement StatusWithContent { get; } = Answer("status-with-content");

    /// <summary>A body.</summary>
    public static Requirement BodyPresent { get; } = Answer("body-present");

    /// <summary>No web page.</summary>
    public static Requirement NoMarkup { get; } = Answer("no-markup");

    /// <summary>UTF-8 without byte order mark.</summary>
    public static Requirement Utf8 { get; } = Answer("utf-8");

    /// <summary>The value is complete.</summary>
    public static Requirement JsonComplete { get; } = Answer("json-complete");

    /// <summary>Nothing follows the value.</summary>
    public static Requirement JsonAlone { get; } = Answer("json-alone");

    /// <summary>No duplicate members.</summary>
    public static Requirement JsonUniqueMembers { get; } = Answer("json-unique-members");

    /// <summary>Bounded nesting.</summary>
    public static Requirement JsonDepth { get; } = Requirement.OfRule(
        Requirement.ProtocolScope, "json-depth", Message.Of("json-depth", StrictJson.MaxDepth), Level.Must, CheckKind.Answer, Page, File);

    /// <summary>Correct grammar.</summary>
    public static Requirement JsonSyntax { get; } = Answer("json-syntax");

    /// <summary>The media type of JSON.</summary>
    public static Requirement MediaType { get; } = Answer("media-type");

    /// <summary>The media type of an answer without envelope, which no page names.</summary>
    public static Requirement BareMediaType { get; } = Requirement.OfRule(
        Requirement.ProtocolScope,
        "bare-media-type",
        Message.Of("bare-media-type"),
        Level.Should,
        CheckKind.Answer,
        Page,
        File);

    /// <summary>A valid request succeeds.</summary>
    public static Requirement NominalSucceeds { get; } = Answer("nominal-succeeds");

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

    private static Requirement Answer(string name) =>
        Requirement.OfRule(Requirement.ProtocolScope, name, Message.Of(name), Level.Must, CheckKind.Answer, Page, File);
}
