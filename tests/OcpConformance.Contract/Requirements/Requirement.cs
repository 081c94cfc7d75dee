using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Requirements;

/// <summary>One statement about an answer, with an id that is derived from the contract and stable.</summary>
public sealed class Requirement
{
    /// <summary>Scope of what holds for the envelope of every operation.</summary>
    public const string EnvelopeScope = "envelope";

    /// <summary>Scope of what holds for every exchange.</summary>
    public const string ProtocolScope = "protocol";

    /// <summary>Keyword of the requirement that a value is documented, where products of the same family have others.</summary>
    public const string KnownKeyword = "enum-known";

    private Requirement(string id, string scope, string place, string keyword, Message expected)
    {
        Id = id;
        Scope = scope;
        Place = place;
        Keyword = keyword;
        Expected = expected;
    }

    /// <summary><c>scope#place:keyword</c> for what a schema states, <c>scope!rule</c> for a named rule.</summary>
    public string Id { get; }

    /// <summary>Id of an operation, <see cref="EnvelopeScope"/> or <see cref="ProtocolScope"/>.</summary>
    public string Scope { get; }

    /// <summary>JSON pointer into the answer, <c>*</c> for any item; empty for the whole answer and for rules.</summary>
    public string Place { get; }

    /// <summary>The keyword of JSON Schema, or the name of the rule.</summary>
    public string Keyword { get; }

    /// <summary>What the place must be, like <c>is a string</c>; for a rule its whole sentence.</summary>
    public Message Expected { get; }

    /// <summary>How binding it is.</summary>
    public required Level Level { get; init; }

    /// <summary>The sort of statement.</summary>
    public required CheckKind Kind { get; init; }

    /// <summary>Title of the documentation page that states it.</summary>
    public required string Page { get; init; }

    /// <summary>The contract file it is derived from, relative to the root of the contract.</summary>
    public required string File { get; init; }

    /// <summary>The contradiction of the documentation at this place; null where there is none.</summary>
    public Erratum? Erratum { get; init; }

    /// <summary>The requirement as one sentence.</summary>
    public Message Sentence => IsRule ? Expected : Message.Of("at-place", PlaceInWords(Place), Expected);

    private bool IsRule => Id[Scope.Length] == '!';

    /// <summary>Makes a requirement that a schema states at a place.</summary>
    public static Requirement OfSchema(
        string scope, string place, string keyword, Message expected, Level level, CheckKind kind, string page, string file, Erratum? erratum = null) =>
        new($"{scope}#{place}:{keyword}", scope, place, keyword, expected)
        {
            Level = level,
            Kind = kind,
            Page = page,
            File = file,
            Erratum = erratum,
        };

    /// <summary>Makes a named rule.</summary>
    public static Requirement OfRule(string scope, string name, Message sentence, Level level, CheckKind kind, string page, string file) =>
        new($"{scope}!{name}", scope, string.Empty, name, sentence)
        {
            Level = level,
            Kind = kind,
            Page = page,
            File = file,
        };

    /// <inheritdoc />
    public override string ToString() => Id;

    private static Argument PlaceInWords(string place) =>
        place.Length == 0 ? Message.Of("whole-answer") : string.Join('.', JsonPointer.Split(place)).Replace(".*", "[]", StringComparison.Ordinal);
}
