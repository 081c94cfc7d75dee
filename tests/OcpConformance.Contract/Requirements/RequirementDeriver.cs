using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Requirements;

/// <summary>Derives requirements from schemas: one for each keyword that states something, with the place it speaks of.</summary>
/// <param name="store">Where references lead.</param>
/// <param name="scope">Id of the operation, or <see cref="Requirement.EnvelopeScope"/>.</param>
/// <param name="page">The documentation page that the requirements come from.</param>
/// <param name="release">The release; members and values of other releases are left out.</param>
internal sealed class RequirementDeriver(SchemaStore store, string scope, string page, Release release)
{
    // Far more than any documented answer has; structures that refer to each other in all ways have no end in practice.
    private const int GreatestCount = 20_000;

    private readonly Releases? releases = Releases.In(store);
    private readonly Dictionary<string, SchemaNode> open = new(StringComparer.Ordinal);
    private readonly List<Requirement> requirements = [];
    private int places;

    /// <summary>Everything derived so far.</summary>
    public IReadOnlyList<Requirement> Requirements => requirements;

    private CheckKind TypeKind => scope == Requirement.EnvelopeScope ? CheckKind.Envelope : CheckKind.FieldType;

    /// <summary>Derives what a schema states about the value at a place.</summary>
    public SchemaNode Derive(string file, JsonElement schema, string place, Level level = Level.Must)
    {
        var description = TextOf(schema, "description");
        var erratum = ErratumOf(schema);
        var followed = new List<string>();
        level = LevelOf(schema, level);
        while (schema.TryGetProperty("$ref", out var reference))
        {
            (file, var pointer, schema) = store.Resolve(file, reference.GetString()!)
                ?? throw new InvalidOperationException($"{file} refers to {reference}, which does not exist.");
            var key = $"{file}#{pointer}";
            if (open.TryGetValue(key, out var outer))
            {
                return outer;
            }

            description ??= TextOf(schema, "description");
            erratum ??= ErratumOf(schema);
            level = LevelOf(schema, level);
            followed.Add(key);
        }

        if (++places > GreatestCount)
        {
            throw new ContractException([new ContractProblem(file, string.Empty, $"an answer of {scope} would have more than {GreatestCount} places", "Let structures refer to each other in fewer ways")]);
        }

        var node = new SchemaNode(place, description);
        followed.ForEach(key => open.Add(key, node));
        var context = new Context(file, place, level, erratum);
        AddValueChecks(node, schema, context);
        AddMembers(node, schema, context);
        if (schema.TryGetProperty("items", out var items))
        {
            node.Items = Derive(file, items, JsonPointer.Append(place, JsonPointer.Any), level);
        }

        followed.ForEach(key => open.Remove(key));
        return node;
    }

    /// <summary>States that an object has a member.</summary>
    public ValueCheck Presence(string file, string place, string member, Level level, string keyword = "required") =>
        State(new Context(file, JsonPointer.Append(place, member), level, null), keyword, Message.Of("present"), TypeKind, KeywordChecks.Required(member));

    private void AddValueChecks(SchemaNode node, JsonElement schema, Context context)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var value = keyword.Value;
            switch (keyword.Name)
            {
                case "type":
                    node.Type = State(context, "type", KeywordText.Types(value), TypeKind, KeywordChecks.Type(value));
                    break;
                case "enum":
                    AddEnumeration(node, schema, context);
                    break;
                case "format":
                    node.Add(State(context, "format", Message.Of($"format-{value.GetString()}"), TypeKind, KeywordChecks.Format(value.GetString()!)));
                    break;
                case "pattern":
                    node.Add(State(context, "pattern", Message.Of("matches", value.GetString()!), TypeKind, KeywordChecks.Pattern(value.GetString()!)));
                    break;
                case "minLength" or "maxLength":
                    node.Add(State(context, keyword.Name, KeywordText.Bound(keyword.Name, value), TypeKind, KeywordChecks.Length(keyword.Name, value)));
                    break;
                case "minimum" or "maximum":
                    node.Add(State(context, keyword.Name, KeywordText.Bound(keyword.Name, value), TypeKind, KeywordChecks.Bound(keyword.Name, value)));
                    break;
                case "minItems" or "maxItems":
                    node.Add(State(context, keyword.Name, KeywordText.Bound(keyword.Name, value), TypeKind, KeywordChecks.Count(keyword.Name, value)));
                    break;
                case "uniqueItems" when value.ValueKind == JsonValueKind.True:
                    node.Add(State(context, "uniqueItems", Message.Of("unique-items"), TypeKind, KeywordChecks.UniqueItems()));
                    break;
                case "allOf" or "anyOf" or "oneOf" or "not":
                    node.Add(State(context, keyword.Name, KeywordText.Combined(keyword.Name), TypeKind, KeywordChecks.Whole(Combined(context.File, keyword))));
                    break;
            }
        }
    }

    private void AddEnumeration(SchemaNode node, JsonElement schema, Context context)
    {
        var known = SchemaDialect.KnownValues(schema).ToHashSet(StringComparer.Ordinal);
        // Where it is assumed which release brought a value, an earlier release may have it.
        var ahead = schema.GetProperty("enum").EnumerateArray()
            .Where(value => !release.Includes(schema, value) && Assumed(Release.SinceOf(schema, value)) is not null)
            .Select(KeywordText.Value)
            .ToHashSet(StringComparer.Ordinal);
        var accepted = SchemaDialect.AcceptedValues(schema)
            .Where(value => release.Includes(schema, value) || ahead.Contains(KeywordText.Value(value)))
            .ToList();
        node.Values = [.. accepted.Select(KeywordText.Value).Where(value => !known.Contains(value) && !ahead.Contains(value))];
        node.UndocumentedValues = known.Union(ahead).ToHashSet(StringComparer.Ordinal);
        var listed = State(
            context, "enum", Message.Of("one-of", Argument.List(node.Values)), CheckKind.Enumeration, KeywordChecks.Enumeration(accepted));
        node.Add(listed);
        if (known.Count == 0)
        {
            return;
        }

        var documented = State(
            context with { Level = Level.Should },
            Requirement.KnownKeyword,
            Message.Of("none-of-known", Argument.List(SchemaDialect.KnownValues(schema))),
            CheckKind.Enumeration,
            value => value.ValueKind != JsonValueKind.String || !known.Contains(value.GetString()!));
        node.Add(documented with { Behind = listed });
    }

    private void AddMembers(SchemaNode node, JsonElement schema, Context context)
    {
        if (schema.TryGetProperty("properties", out var properties))
        {
            var required = NamesIn(schema, "required");
            var expected = NamesIn(schema, "x-expected");
            foreach (var property in properties.EnumerateObject().Where(property => release.Includes(property.Value)))
            {
                var presence = required.Contains(property.Name) ? Presence(context.File, context.Place, property.Name, context.Level)
                    : expected.Contains(property.Name) ? Presence(context.File, context.Place, property.Name, Level.Should, "expected")
                    : null;
                presence = presence is null ? null : presence with { AssumedSince = Assumed(Release.SinceOf(property.Value)) };
                var child = Derive(context.File, property.Value, JsonPointer.Append(context.Place, property.Name), context.Level);
                node.Add(property.Name, new SchemaMember(child, presence));
            }
        }

        if (!schema.TryGetProperty("additionalProperties", out var others))
        {
            return;
        }

        if (others.ValueKind == JsonValueKind.False)
        {
            var closed = context with { Level = LevelOf(schema, "x-closed-level", context.Level) };
            var accepts = KeywordChecks.NoOtherMembers(node.Members.Keys.Concat(MembersAhead(schema)));
            node.Closed = State(closed, "additionalProperties", Message.Of("documented-members-only"), TypeKind, accepts);
        }
        else if (others.ValueKind == JsonValueKind.Object)
        {
            node.FreeMembers = Derive(context.File, others, JsonPointer.Append(context.Place, JsonPointer.Any), context.Level);
        }
    }

    // Where it is assumed which release brought a member, an earlier release may have it.
    private IEnumerable<string> MembersAhead(JsonElement schema) => !schema.TryGetProperty("properties", out var properties) ? [] :
        properties.EnumerateObject()
            .Where(property => !release.Includes(property.Value) && Assumed(Release.SinceOf(property.Value)) is not null)
            .Select(property => property.Name);

    private Version? Assumed(Version? since) => since is not null && releases?.Assumes(since) == true ? since : null;

    private ValueCheck State(Context context, string keyword, Message expected, CheckKind kind, Func<JsonElement, bool> accepts)
    {
        var requirement = Requirement.OfSchema(
            scope, context.Place, keyword, expected, context.Level, kind, page, context.File, context.Erratum);
        requirements.Add(requirement);
        return new ValueCheck(requirement, accepts);
    }

    private string Combined(string file, JsonProperty keyword)
    {
        using var alone = JsonDocument.Parse($"{{\"{keyword.Name}\":{keyword.Value.GetRawText()}}}");
        return SchemaBundle.Text(store, file, alone.RootElement);
    }

    private static HashSet<string> NamesIn(JsonElement schema, string list) =>
        schema.TryGetProperty(list, out var names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];

    private Level LevelOf(JsonElement schema, Level inherited) =>
        release.Demands(schema) is { } demanded
            ? demanded ? Level.Must : Level.Should
            : LevelOf(schema, "x-level", inherited);

    private static Level LevelOf(JsonElement schema, string keyword, Level inherited) =>
        TextOf(schema, keyword) switch
        {
            "should" => Level.Should,
            "must" => Level.Must,
            _ => inherited,
        };

    private static Erratum? ErratumOf(JsonElement schema) =>
        schema.TryGetProperty("x-erratum", out var erratum)
            ? new Erratum(TextOf(erratum, "documented")!, TextOf(erratum, "shown")!)
            : null;

    private static string? TextOf(JsonElement schema, string member) =>
        schema.TryGetProperty(member, out var text) ? text.GetString() : null;

    private sealed record Context(string File, string Place, Level Level, Erratum? Erratum);
}
