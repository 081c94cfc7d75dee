using System.Text.Json;
using OcpConformance.Contract.Json;

namespace OcpConformance.Contract.Schemas;

/// <summary>The JSON files below schemas/, by their path relative to the root of the contract.</summary>
/// <param name="files">The files, strictly read.</param>
public sealed class SchemaStore(IReadOnlyDictionary<string, JsonElement> files)
{
    /// <summary>End of the name of a file that holds a structure.</summary>
    public const string StructureSuffix = ".schema.json";

    /// <summary>All files.</summary>
    public IReadOnlyDictionary<string, JsonElement> Files => files;

    /// <summary>Follows a <c>$ref</c>: a path relative to the file it stands in, a pointer behind <c>#</c>, or both.</summary>
    /// <returns>The file and the schema; null where there is no such schema.</returns>
    public (string File, string Pointer, JsonElement Schema)? Resolve(string file, string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? reference : reference[..hash];
        var pointer = hash < 0 ? string.Empty : reference[(hash + 1)..];
        var target = path.Length == 0 ? file : Combine(file, path);
        return files.TryGetValue(target, out var root) && (pointer.Length == 0 || pointer[0] == '/') && JsonPointer.Find(root, pointer) is { } schema
            ? (target, pointer, schema)
            : null;
    }

    private static string Combine(string file, string relative)
    {
        var parts = file.Split('/')[..^1].ToList();
        foreach (var part in relative.Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return string.Empty;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
