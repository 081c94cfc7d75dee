using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using OcpConformance.Contract.Json;

namespace OcpConformance.SelfTests.Properties;

/// <summary>One way to break a value, and the keyword that must report it.</summary>
/// <param name="Pointer">Where the value is changed, from the value of the schema.</param>
/// <param name="With">The value to put there; null removes the member.</param>
/// <param name="Place">Place of the requirement, from the place of the schema.</param>
/// <param name="Keyword">Its keyword.</param>
internal sealed record Defect(string Pointer, JsonNode? With, string Place, string Keyword)
{
    public Defect Below(string token, string place) => this with { Pointer = JsonPointer.Append(string.Empty, token) + Pointer, Place = JsonPointer.Append(string.Empty, place) + Place };
}

/// <summary>A schema of the dialect with a value that it accepts, and all that can be wrong with that value.</summary>
internal sealed record GeneratedSchema(JsonNode Schema, JsonNode Value, IReadOnlyList<Defect> Defects)
{
    private static readonly string[] Names = ["id", "name", "a/b", "x~y", "type", "dots.in[0]"];

    /// <summary>Schemas of objects, up to some depth.</summary>
    public static Gen<GeneratedSchema> Objects(int depth) =>
        from count in Gen.Choose(1, 3)
        from children in Any(depth - 1).ArrayOf(count)
        from names in Generators.Shuffled(Names)
        from closed in Gen.Elements(true, false)
        select Object([.. names.Zip(children)], closed);

    private static Gen<GeneratedSchema> Any(int depth) => depth <= 0 ? Leaf() : Gen.OneOf(Leaf(), Leaf(), Objects(depth), Any(depth - 1).Select(Array), Any(depth - 1).Select(Map));

    private static Gen<GeneratedSchema> Leaf() => Gen.OneOf(
        Gen.Choose(-1000, 1000).Select(number => Make(
            $$"""{"type":"integer","minimum":{{number - 1}},"maximum":{{number + 1}}}""", number, ("type", "x"), ("type", 1.5), ("minimum", number - 2), ("maximum", number + 2))),
        Gen.Choose(-1000, 1000).Select(number => Make(
            $$"""{"type":"number","minimum":{{number}}}""", number + 0.5, ("type", "1"), ("type", true), ("minimum", number - 0.25))),
        Gen.Elements("UP", "Down", "not-yet").Select(word => Make(
            $$"""{"type":"string","enum":["{{word}}","OTHER"]}""", word, ("type", 7), ("enum", "FOREIGN"), ("enum", $"{word} "), ("enum", string.Empty))),
        Gen.Choose(2, 5).Select(length => Make(
            $$"""{"type":"string","minLength":{{length}},"maxLength":{{length + 1}},"pattern":"^[ab]+$"}""", new string('a', length),
            ("type", new JsonObject()), ("minLength", new string('b', length - 1)), ("maxLength", new string('a', length + 2)), ("pattern", new string('c', length)))),
        Gen.Constant(Make("""{"type":"string","format":"date-time"}""", "2024-02-29T10:00:00Z", ("type", false), ("format", "2023-02-29T10:00:00Z"))),
        Gen.Constant(Make("""{"type":"boolean"}""", true, ("type", "true"), ("type", 1))),
        Gen.Constant(Make("""{"type":["integer","string"]}""", "x", ("type", true), ("type", new JsonArray()))));

    private static GeneratedSchema Array(GeneratedSchema items) => new(
        new JsonObject { ["type"] = "array", ["items"] = items.Schema.DeepClone(), ["minItems"] = 1, ["maxItems"] = 2 },
        new JsonArray(items.Value.DeepClone()),
        [
            new(string.Empty, new JsonObject(), string.Empty, "type"),
            new(string.Empty, new JsonArray(), string.Empty, "minItems"),
            new(string.Empty, new JsonArray(items.Value.DeepClone(), items.Value.DeepClone(), items.Value.DeepClone()), string.Empty, "maxItems"),
            .. items.Defects.Select(defect => defect.Below("0", JsonPointer.Any)),
        ]);

    private static GeneratedSchema Map(GeneratedSchema values) => new(
        new JsonObject { ["type"] = "object", ["additionalProperties"] = values.Schema.DeepClone() },
        new JsonObject { ["free"] = values.Value.DeepClone() },
        [new(string.Empty, 5, string.Empty, "type"), .. values.Defects.Select(defect => defect.Below("free", JsonPointer.Any))]);

    // The first member is required, the second one expected.
    private static GeneratedSchema Object((string Name, GeneratedSchema Schema)[] members, bool closed)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, member.Schema.Schema.DeepClone()))) };
        List<Defect> defects = [new(string.Empty, "x", string.Empty, "type"), .. members.SelectMany(member => member.Schema.Defects.Select(defect => defect.Below(member.Name, member.Name)))];
        schema["required"] = new JsonArray(members[0].Name);
        defects.Add(new Defect(string.Empty, null, string.Empty, "required").Below(members[0].Name, members[0].Name));
        if (members.Length > 1)
        {
            schema["x-expected"] = new JsonArray(members[1].Name);
            defects.Add(new Defect(string.Empty, null, string.Empty, "expected").Below(members[1].Name, members[1].Name));
        }

        if (closed)
        {
            schema["additionalProperties"] = false;
            defects.Add(new Defect("/undocumented", 1, string.Empty, "additionalProperties"));
        }

        return new GeneratedSchema(schema, new JsonObject(members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, member.Schema.Value.DeepClone()))), defects);
    }

    private static GeneratedSchema Make(string schema, JsonNode value, params (string Keyword, JsonNode With)[] defects) =>
        new(JsonNode.Parse(schema)!, value, [.. defects.Select(defect => new Defect(string.Empty, defect.With, string.Empty, defect.Keyword))]);
}
