using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Json;

namespace OcpConformance.SelfTests.Fuzzing;

/// <summary>Breaks JSON files in ways that hands, editors, merges and hostile servers do; the same seed breaks them in the same way.</summary>
internal sealed class JsonMutator(Random random)
{
    // Deeper than what is read, so that depth can be tried too.
    private static readonly JsonSerializerOptions Deep = new(CompactJson.Options) { MaxDepth = 1000 };

    private static readonly string[] HostileValues =
    [
        "null", "true", "false", "0", "-1", "1", "7.0", "1.5", "1e3", "1e400", "-1e400", "-0.0", "2147483648", "-2147483649", "9223372036854775808", "123456789012345678901234567890123456789",
        "\"\"", "\"x\"", "\"NaN\"", "\"null\"", "\" \"", "\"..\"", "\"/\"", "\"/~2\"", "\"a\\nb\"", "\"a\\u0000b\"", "\"\u96c6\u7fa4\"", "\"99999999999.0.0\"", "\"%zz\"", "\"^(a+)+$\"", "\"^[$\"", "\"$\"",
        "\"2024-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"", "\"0001-01-01T00:00:00+23:59\"", "\"file:///x\"", "\"mailto:a@b\"", "\"http://[::1\"", "\"http://\u00e4.example/api/v2/\"",
        "[]", "{}", "[[]]", "[null]", "{\"\":null}", "{\"/\":1}", "[1,\"1\",1.0]", "{\"$ref\":\"#\"}", "{\"$ref\":\"#/definitions/none\"}", "{\"$ref\":\"../../../../etc/passwd\"}", "{\"$ref\":\"#/title\"}", "{\"$ref\":7}",
        "{\"$ref\":\"Sample.schema.json\"}", "{\"$ref\":\"../resources.json\"}", "{\"$ref\":\"../meta/structure.schema.json\"}", "{\"$ref\":\"#/definitions/inner\"}", "{\"$ref\":\"#/properties\"}", "{\"$ref\":\"query-sample.operation.json\"}",
        "{\"allOf\":[{\"$ref\":\"#\"}]}", "{\"not\":{\"$ref\":\"#\"}}", "{\"anyOf\":[{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#\"}}}]}", "{\"type\":\"strng\"}", "{\"type\":[]}", "{\"type\":\"string\",\"enum\":[]}", "{\"type\":\"integer\",\"enum\":[1.5,1e400]}",
        "{\"type\":\"string\",\"pattern\":\"^(\"}", "{\"type\":\"string\",\"pattern\":\"^(?<x>a)\\\\k<x>$\"}", "{\"type\":\"object\",\"properties\":{\"$ref\":{}}}", "{\"const\":1}",
    ];

    private static readonly string[] HostileNames =
        ["", "$ref", "type", "enum", "properties", "items", "definitions", "required", "const", "if", "titel", "a/b", "a~b", "a.b[0]", "\u96c6", "__proto__", "x-level", "additionalProperties", "Id", "path", "query", "body", "null"];

    /// <summary>A broken form of a file.</summary>
    public byte[] Mutate(byte[] valid)
    {
        var text = random.Next(4) == 0 ? valid : Structural(valid);
        return random.Next(3) == 0 ? Textual(text) : text;
    }

    private byte[] Structural(byte[] valid)
    {
        var root = JsonNode.Parse(valid)!;
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            Edit(root);
        }

        return JsonSerializer.SerializeToUtf8Bytes(random.Next(60) == 0 ? Value() : root, Deep);
    }

    private void Edit(JsonNode root)
    {
        var places = Holders(root).ToList();
        var holder = places[random.Next(places.Count)];
        switch (holder)
        {
            case JsonObject { Count: > 0 } members when random.Next(8) > 0:
                EditMember(members, root);
                break;
            case JsonObject members:
                members[Name()] = Value();
                break;
            case JsonArray { Count: > 0 } items when random.Next(6) > 0:
                EditItem(items);
                break;
            case JsonArray items:
                items.Add(Value());
                break;
        }
    }

    private void EditMember(JsonObject members, JsonNode root)
    {
        var (name, value) = members.ElementAt(random.Next(members.Count));
        switch (random.Next(8))
        {
            case 0:
                members.Remove(name);
                break;
            case 1:
                members.Remove(name);
                members[Name()] = value;
                break;
            case 2:
                members[random.Next(40) == 0 ? new string('n', 100_000) : $"{name}x"] = value?.DeepClone();
                break;
            case 3:
                members[name] = new JsonArray(value?.DeepClone());
                break;
            case 4:
                var others = Holders(root).ToList();
                members[name] = others[random.Next(others.Count)].DeepClone();
                break;
            case 5 when random.Next(4) == 0:
                members[name] = Nested(random.Next(2) == 0 ? 50 : 200);
                break;
            default:
                members[name] = Value();
                break;
        }
    }

    private void EditItem(JsonArray items)
    {
        var index = random.Next(items.Count);
        switch (random.Next(3))
        {
            case 0:
                items.RemoveAt(index);
                break;
            case 1:
                items.Add(items[index]?.DeepClone());
                break;
            default:
                items[index] = Value();
                break;
        }
    }

    private byte[] Textual(byte[] bytes)
    {
        var at = random.Next(bytes.Length + 1);
        var end = random.Next(at, Math.Min(bytes.Length, at + 40) + 1);
        return random.Next(14) switch
        {
            0 => bytes[..at],
            1 => [],
            2 => [0xEF, 0xBB, 0xBF, .. bytes],
            3 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes)),
            4 => [.. bytes[..at], 0xFF, 0xC0, .. bytes[at..]],
            5 => [.. bytes, .. "{}"u8],
            6 => [.. bytes[..at], .. bytes[end..]],
            7 => [.. bytes[..end], .. bytes[at..]],
            8 => [.. bytes[..at], (byte)random.Next(256), .. bytes[at..]],
            9 => Replaced(bytes, ":", ":NaN,"),
            10 => Replaced(bytes, "\":\"", "\":\"\\ud800"),
            11 => Twice(bytes),
            12 => [.. "<html>"u8, .. bytes],
            _ => Flipped(bytes, at),
        };
    }

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var flipped = bytes.ToArray();
        if (at < flipped.Length)
        {
            flipped[at] ^= 0x11;
        }

        return flipped;
    }

    private static byte[] Twice(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var start = text.IndexOf('{', StringComparison.Ordinal) + 1;
        var comma = text.IndexOf(',', start);
        return comma < 0 ? bytes : Encoding.UTF8.GetBytes(text.Insert(start, text[start..(comma + 1)]));
    }

    private byte[] Replaced(byte[] bytes, string old, string with)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var at = text.IndexOf(old, random.Next(text.Length + 1), StringComparison.Ordinal);
        return at < 0 ? bytes : Encoding.UTF8.GetBytes($"{text[..at]}{with}{text[(at + old.Length)..]}");
    }

    private string Name() => HostileNames[random.Next(HostileNames.Length)];

    private JsonNode? Value() => random.Next(60) == 0 ? new string('x', 100_000) : JsonNode.Parse(HostileValues[random.Next(HostileValues.Length)]);

    private static JsonNode Nested(int depth) =>
        Enumerable.Range(0, depth).Aggregate((JsonNode)new JsonObject(), (inner, level) => level % 2 == 0 ? new JsonArray(inner) : new JsonObject { ["items"] = inner });

    private static IEnumerable<JsonNode> Holders(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Holders(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(Holders).Prepend(items),
        _ => [],
    };
}
