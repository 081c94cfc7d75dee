using System.IO.Enumeration;
using System.Text.Json;
using OcpConformance.Contract.Requirements;
using OcpConformance.Contract.Rules;

namespace OcpConformance.Contract.Catalog;

/// <summary>One documented API call with everything that is required of its answers.</summary>
public sealed class Operation
{
    /// <summary>The media type of answers with an envelope.</summary>
    public const string JsonMediaType = "application/json";

    /// <summary>What an Accept header calls any media type.</summary>
    public const string AnyMediaType = "*/*";

    /// <summary><c>area/name</c>, from the path of its file.</summary>
    public required string Id { get; init; }

    /// <summary>Its documented title.</summary>
    public required string Title { get; init; }

    /// <summary>The operation file, relative to the root of the contract.</summary>
    public required string File { get; init; }

    /// <summary>Where it is documented.</summary>
    public required OperationSource Source { get; init; }

    /// <summary>What it does to the system.</summary>
    public required Effect Effect { get; init; }

    /// <summary>The permission that the caller needs, in words; null where none is documented.</summary>
    public string? Permission { get; init; }

    /// <summary>Whether the documentation demands credentials.</summary>
    public required bool NeedsCredentials { get; init; }

    /// <summary>HTTP method, in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>The path with <c>{name}</c> for each path parameter.</summary>
    public required PathTemplate Path { get; init; }

    /// <summary>The documented parameters.</summary>
    public required IReadOnlyList<Parameter> Parameters { get; init; }

    /// <summary>Schema of the request body; null where there is none.</summary>
    public JsonElement? BodySchema { get; init; }

    /// <summary>Media type of the request body, without parameters, in lower case.</summary>
    public string BodyMediaType { get; init; } = JsonMediaType;

    /// <summary>Whether a request body, where there is one, is JSON.</summary>
    public bool TakesJson => BodyMediaType == JsonMediaType;

    /// <summary>The form of a successful answer.</summary>
    public required AnswerShape Shape { get; init; }

    /// <summary>Media type of a successful answer, without parameters, in lower case.</summary>
    public required string AnswerMediaType { get; init; }

    /// <summary>The requirements that its schema states; the root is <c>/data</c>, or the whole answer where that is bare. Null where it has no data.</summary>
    public RequirementTree? Data { get; init; }

    /// <summary>That a success has <c>data</c>; null where it has none.</summary>
    public ValueCheck? DataPresence { get; init; }

    /// <summary>Its named rules.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>The first part of the id.</summary>
    public string Area => Id[..Id.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>Everything that is required of a successful answer beyond the envelope.</summary>
    public IEnumerable<Requirement> Requirements =>
        (DataPresence is null ? [] : new[] { DataPresence.Requirement })
        .Concat(Data?.Requirements ?? [])
        .Concat(Rules.Select(rule => rule.Requirement));

    /// <summary>
    /// Value of the Accept header of its requests. An envelope is JSON. No page names the media type of an answer without
    /// envelope, so that whatever the target has is accepted, and what is expected is preferred.
    /// </summary>
    public string Accept =>
        Shape != AnswerShape.Bare ? JsonMediaType
        : AnswerMediaType == JsonMediaType ? $"{JsonMediaType}, {AnyMediaType};q=0.8"
        : $"{AnswerMediaType}, {JsonMediaType};q=0.9, {AnyMediaType};q=0.8";

    /// <summary>Whether its path fits the requests of another operation as well, so that a target without that one takes them for its own.</summary>
    /// <param name="other">The other operation.</param>
    public bool Covers(Operation other) => other != this && other.Method == Method && Path.Match(other.Path.Text) is not null;

    /// <summary>Whether its id matches one of the patterns, in which <c>*</c> stands for any text.</summary>
    public bool Matches(IReadOnlyCollection<string> patterns) =>
        patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, Id));

    /// <inheritdoc />
    public override string ToString() => Id;
}
