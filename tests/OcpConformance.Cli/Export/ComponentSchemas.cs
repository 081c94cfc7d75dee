using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Cli.Export;

/// <summary>
/// The schemas of the document that have a name: every structure file, and whatever else in a file is referred to.
/// </summary>
internal sealed class ComponentSchemas
{
    private readonly SchemaStore store;
    private readonly Dictionary<(string File, string Pointer), string> names = [];
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { OpenApiNames.Failure };
    private readonly SortedDictionary<string, JsonObject> components = new(StringComparer.Ordinal);

    public ComponentSchemas(SchemaStore store)
    {
        this.store = store;
        Converter = new SchemaConverter(this);
        NameStructures();
        foreach (var (file, pointer) in names.Keys.ToList())
        {
            components[names[(file, pointer)]] = Converter.Convert(file, store.Files[file]);
        }

        components[OpenApiNames.Failure] = FailureSchema();
    }

    public SchemaConverter Converter { get; }

    /// <summary>The component that a <c>$ref</c> in a file leads to.</summary>
    public JsonObject Reference(string file, string reference)
    {
        var (target, pointer, schema) = store.Resolve(file, reference)
            ?? throw new InvalidOperationException($"{file} refers to {reference}, which does not exist.");
        if (!names.TryGetValue((target, pointer), out var name))
        {
            var words = $"{NameOf(target)} {JsonPointer.Split(pointer)[^1]}";
            name = OpenApiNames.Take(OpenApiNames.PascalCase(words), taken);
            // The name stands before the content, because the content may refer to itself.
            names[(target, pointer)] = name;
            components[name] = Converter.Convert(target, schema);
        }

        return OpenApiNames.SchemaReference(name);
    }

    /// <summary>The component of a structure file.</summary>
    public JsonObject Structure(string file) => OpenApiNames.SchemaReference(names[(file, string.Empty)]);

    public JsonObject All() =>
        new(components.Select(component => KeyValuePair.Create<string, JsonNode?>(component.Key, component.Value)));

    // A structure keeps its documented name where that is unique, and has its area in front where it is not.
    private void NameStructures()
    {
        var files = store.Files.Keys
            .Where(file => file.EndsWith(SchemaStore.StructureSuffix, StringComparison.Ordinal) && !file.StartsWith($"{MetaSchemas.Folder}/", StringComparison.Ordinal))
            .OrderBy(file => file.StartsWith(ContractLoader.EnvelopeFolder, StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(file => file, StringComparer.Ordinal)
            .ToList();
        var shared = files.GroupBy(NameOf, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            var name = NameOf(file);
            var area = file.Split('/')[^2];
            var unique = file.StartsWith(ContractLoader.EnvelopeFolder, StringComparison.Ordinal) || !(shared.Contains(name) || taken.Contains(name));
            names[(file, string.Empty)] = OpenApiNames.Take(unique ? name : OpenApiNames.PascalCase(area) + name, taken);
        }
    }

    private JsonObject FailureSchema() => new()
    {
        ["title"] = "Envelope of a failure",
        ["allOf"] = new JsonArray(
            Structure(ContractLoader.EnvelopeFile),
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["error"] = Structure(ContractLoader.ErrorFile) },
                ["required"] = new JsonArray("error"),
            }),
    };

    private static string NameOf(string file) => OpenApiNames.PascalCase(file.Split('/')[^1][..^SchemaStore.StructureSuffix.Length]);
}
