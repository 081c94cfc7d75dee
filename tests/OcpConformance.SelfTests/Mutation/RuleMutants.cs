using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mutation;

/// <summary>Breaks the rules of operations, from their entries in the operation files alone.</summary>
internal static class RuleMutants
{
    private const string LateText = "2099-12-31T23:59:59+08:00";
    private const long LateCount = 4_000_000_000;
    private const string EarlyText = "1999-01-01T00:00:00+08:00";
    private const long EarlyCount = 900_000_000;

    /// <summary>The mutants of an exchange for a rule; none where the exchange gives no occasion.</summary>
    public static IEnumerable<Mutant> Of(ContractCatalog contract, Exchange exchange, JsonNode body, Operation operation, JsonElement rule)
    {
        var id = $"{operation.Id}!{Text(rule, "id")}";
        var edits = Text(rule, "kind") switch
        {
            "echo" or "filtered-by" => PlacesIn(rule, "places").SelectMany(place => Others(place)),
            "within-window" => PlacesIn(rule, "places").SelectMany(place => Set(place, Late).Concat(Set(place, Early))),
            "within-range" => PlacesIn(rule, "places").SelectMany(place => Set(place, _ => rule.TryGetProperty("maximum", out var maximum) ? maximum.GetDouble() + 1 : rule.GetProperty("minimum").GetDouble() - 1)),
            "in-language" => PlacesIn(rule, "places").SelectMany(place => Set(place, _ => "先执行一次全量备份")),
            "sorted-by" => [Reversed, .. Swapped()],
            "not-after" => Set(Text(rule, "within") + Text(rule, "earlier"), Late).Concat(Set(Text(rule, "within") + Text(rule, "later"), Early)),
            "count-of" => Set(Text(rule, "within") + (Text(rule, "count") ?? Text(rule, "sum")), value => value.GetValue<long>() + 1),
            _ => Combined(contract, operation, PlacesIn(rule, "when"), body),
        };
        return edits.Select(edit => new Mutant(id, Text(rule, "sentence")!, Bodies.Edit(exchange, edit))).Concat(OtherWindow());

        // The answer may be pinned by further rules; a window that it does not fit into breaks this rule alone.
        IEnumerable<Mutant> OtherWindow() =>
            Text(rule, "kind") == "within-window" && Text(rule, "start") is { } start && exchange.Parameters.ContainsKey(start)
                ? [new Mutant(id, "asked for a later window", exchange with { Parameters = new Dictionary<string, string>(exchange.Parameters) { [start] = LateText, [Text(rule, "end") ?? start] = LateText } })]
                : [];

        IEnumerable<Action<JsonNode>> Others(string place)
        {
            var schema = SchemaIndex.Of(contract, AnyAt(operation, place));
            IEnumerable<JsonNode?> values = schema.TryGetProperty("enum", out var documented)
                ? documented.EnumerateArray().Select(value => JsonNode.Parse(value.GetRawText()))
                : [];
            return FirstOf(place) is not { } pointer ? [] : values.Append(Different(Places.At(body, pointer)))
                .Select(value => (Action<JsonNode>)(root => JsonEdit.Set(root, pointer, value?.DeepClone())));
        }

        string? FirstOf(string place) => Places.First(body, place, outer => SchemaIndex.NamesBesideFreeOnes(contract, operation.Id, outer));

        IEnumerable<Action<JsonNode>> Set(string place, Func<JsonNode, JsonNode> value) =>
            FirstOf(place) is { } pointer ? [root => JsonEdit.Set(root, pointer, value(Places.At(root, pointer)))] : [];

        IEnumerable<Action<JsonNode>> Swapped() => PlacesIn(rule, "places").Select(place => (Action<JsonNode>)(root =>
        {
            var descending = Text(rule, "value")?.Contains("desc", StringComparison.Ordinal) ?? false;
            var member = JsonPointer.Split(place)[^1];
            if (root["data"]?["contents"] is JsonArray { Count: > 1 } contents && contents[0]?[member]?.GetValueKind() == JsonValueKind.String)
            {
                contents[0]![member] = descending ? "aa-first" : "zz-last";
                contents[1]![member] = descending ? "zz-last" : "aa-first";
            }
        }));

        static void Reversed(JsonNode root)
        {
            if (root["data"]?["contents"] is JsonArray contents)
            {
                root["data"]!["contents"] = new JsonArray([.. contents.Reverse().Select(item => item?.DeepClone())]);
            }
        }
    }

    private static JsonNode Late(JsonNode value) => value.GetValueKind() == JsonValueKind.Number ? LateCount : LateText;

    private static JsonNode Early(JsonNode value) => value.GetValueKind() == JsonValueKind.Number ? EarlyCount : EarlyText;

    private static JsonNode Different(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => value.GetValue<double>() % 1 == 0 ? value.GetValue<long>() + 1 : value.GetValue<double>() + 1,
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        _ => "zz-something-else",
    };

    private static IEnumerable<Action<JsonNode>> Combined(ContractCatalog contract, Operation operation, List<string> places, JsonNode body)
    {
        if (places.Exists(place => Places.First(body, place) is null))
        {
            return [];
        }

        var domains = places.Select(place => Domain(SchemaIndex.Of(contract, AnyAt(operation, place)))).ToList();
        return Combinations(domains).Select(values => (Action<JsonNode>)(root =>
        {
            for (var i = 0; i < values.Count; i++)
            {
                JsonEdit.Set(root, places[i], values[i]?.DeepClone());
            }
        }));
    }

    private static List<JsonNode?> Domain(JsonElement schema) =>
        schema.TryGetProperty("enum", out var values) ? [.. values.EnumerateArray().Select(value => JsonNode.Parse(value.GetRawText()))]
        : schema.GetProperty("type").ValueKind == JsonValueKind.String && schema.GetProperty("type").GetString() == "boolean" ? [true, false]
        : [];

    private static IEnumerable<List<JsonNode?>> Combinations(List<List<JsonNode?>> domains) =>
        domains.Aggregate<List<JsonNode?>, IEnumerable<List<JsonNode?>>>([[]], (heads, domain) => heads.SelectMany(head => domain.Select(value => (List<JsonNode?>)[.. head, value])));

    private static Requirement AnyAt(Operation operation, string place) =>
        Requirement.OfSchema(operation.Id, place, "type", Message.Verbatim(string.Empty), Level.Must, CheckKind.FieldType, string.Empty, string.Empty);

    private static List<string> PlacesIn(JsonElement rule, string member) => [.. rule.GetProperty(member).EnumerateArray().Select(place => place.GetString()!)];

    private static string? Text(JsonElement rule, string member) => rule.TryGetProperty(member, out var text) ? text.GetString() : null;
}
