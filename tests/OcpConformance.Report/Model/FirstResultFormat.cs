using System.Text.Json;
using System.Text.Json.Nodes;

namespace OcpConformance.Report.Model;

/// <summary>
/// The format that conformance.json had first. It told in plain English what now is a message, and left the place and the keyword
/// of a requirement to its id. What does not have its form stays as it is, and is refused like any other result.
/// </summary>
internal static class FirstResultFormat
{
    /// <summary>Its version.</summary>
    public const int Number = 1;

    private const string TextName = "text";

    /// <summary>A result of this format in the present one.</summary>
    public static JsonElement Lifted(JsonElement result)
    {
        var root = JsonObject.Create(result)!;
        root["formatVersion"] = ResultDocument.CurrentFormat;
        Say(root["conclusion"], "reason");
        Say(root["contract"], "versionSource");
        Each(root["contract"], "leftOut", left => Say(left, "reason"));
        Each(root, "observations", Observation);
        Each(root, "requirements", Requirement);
        Each(root, "exchanges", Exchange);
        return JsonSerializer.SerializeToElement(root);
    }

    private static void Observation(JsonNode? observation)
    {
        if (observation is JsonObject seen && seen[TextName] is { } text)
        {
            seen.Remove(TextName);
            seen["message"] = Message(text);
        }
    }

    private static void Requirement(JsonNode? requirement)
    {
        Say(requirement, "sentence");
        Say(requirement, "reason");
        Each(requirement, "evidence", evidence => Each(evidence, "findings", finding =>
        {
            Say(finding, "expected");
            Say(finding, "actual");
        }));
        if (requirement is JsonObject stated
            && TextOf(stated["id"]) is { } id
            && TextOf(stated["scope"]) is { } scope
            && id.Length > scope.Length)
        {
            var statement = id[scope.Length..];
            var colon = statement[0] == '#' ? statement.LastIndexOf(':') : -1;
            stated["place"] = colon < 0 ? string.Empty : statement[1..colon];
            stated["keyword"] = statement[(colon < 0 ? 1 : colon + 1)..];
        }
    }

    private static void Exchange(JsonNode? exchange)
    {
        Say(exchange, "blocked");
        Say(exchange, "failure");
        Say(exchange, "unexercised");
    }

    private static void Say(JsonNode? parent, string name)
    {
        if (parent is JsonObject holder && holder[name] is JsonValue text)
        {
            holder[name] = Message(text);
        }
    }

    private static JsonNode Message(JsonNode text) =>
        text.GetValueKind() == JsonValueKind.String ? new JsonObject { [TextName] = text.DeepClone() } : text.DeepClone();

    private static void Each(JsonNode? parent, string name, Action<JsonNode?> change)
    {
        if (parent is JsonObject holder && holder[name] is JsonArray items)
        {
            foreach (var item in items)
            {
                change(item);
            }
        }
    }

    private static string? TextOf(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
