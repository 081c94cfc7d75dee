using System.Text.Json;
using OcpConformance.Contract.Catalog;

namespace OcpConformance.Cli.Output;

/// <summary>Operations as readers of a terminal want them.</summary>
internal static class OperationsText
{
    public static void WriteList(TextWriter writer, IReadOnlyList<Operation> operations)
    {
        TextTable.Write(writer, ["OPERATION", "METHOD", "PATH", "EFFECT", "SINCE"], operations.Select(operation =>
            new[] { operation.Id, operation.Method, operation.Path.Text, Word(operation.Effect), operation.Source.Since.ToString() }));
        writer.WriteLine();
        writer.WriteLine(operations.Count == 1 ? "1 operation" : $"{operations.Count} operations");
    }

    public static void WriteOne(TextWriter writer, Operation operation)
    {
        writer.WriteLine($"{operation.Id}: {operation.Title}");
        writer.WriteLine();
        TextTable.Write(writer, null, Facts(operation));
        writer.WriteLine();
        WriteParameters(writer, operation);
        writer.WriteLine();
        TextTable.Write(writer, ["REQUIREMENT", "LEVEL", "SENTENCE"], operation.Requirements.Select(requirement =>
            new[] { requirement.Id[operation.Id.Length..], Word(requirement.Level), requirement.Sentence.Text }));
        writer.WriteLine();
        writer.WriteLine($"{operation.Requirements.Count()} requirements, beside those that hold for every answer");
    }

    private static IEnumerable<string[]> Facts(Operation operation)
    {
        var source = operation.Source;
        yield return ["request", $"{operation.Method} {operation.Path}"];
        yield return ["answer", Word(operation.Shape)];
        yield return ["effect", Word(operation.Effect)];
        yield return ["permission", operation.Permission ?? "none is documented"];
        yield return ["since", $"{source.Since}{(source.Assumed ? " (assumed)" : string.Empty)}{(source.Until is { } until ? $", until {until}" : string.Empty)}"];
        yield return ["page", source.Page];
        yield return ["file", operation.File];
    }

    private static void WriteParameters(TextWriter writer, Operation operation)
    {
        if (operation.Parameters.Count == 0)
        {
            writer.WriteLine("No parameters");
            return;
        }

        TextTable.Write(writer, ["PARAMETER", "IN", "REQUIRED", "TYPE", "VALUES"], operation.Parameters.Select(parameter =>
            new[] { parameter.Name, Word(parameter.In), parameter.Required ? "yes" : "no", TypeOf(parameter.Schema), ValuesOf(parameter.Schema) }));
    }

    private static string TypeOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var types))
        {
            return "any";
        }

        return types.ValueKind == JsonValueKind.Array ? string.Join(" or ", types.EnumerateArray().Select(type => type.GetString())) : types.GetString()!;
    }

    private static string ValuesOf(JsonElement schema)
    {
        var values = schema.TryGetProperty("items", out var items) ? items : schema;
        return values.TryGetProperty("enum", out var listed) ? string.Join(", ", listed.EnumerateArray()) : string.Empty;
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
