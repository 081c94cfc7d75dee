using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>Reads the JSON files below a folder, strictly, and names them relative to the root of the contract.</summary>
internal static class JsonFiles
{
    /// <summary>All JSON files, ordered by name; what cannot be read goes to the problems.</summary>
    public static IReadOnlyList<JsonFile> Read(string root, string folder, ICollection<ContractProblem> problems, Func<string, bool>? wanted = null)
    {
        foreach (var path in Directory.EnumerateDirectories(Path.Combine(root, folder), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            problems.Add(new ContractProblem(NameOf(root, path), string.Empty, "it is a folder with the name of a file", "Rename it"));
        }

        var paths = Directory.EnumerateFiles(Path.Combine(root, folder), "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var files = new List<JsonFile>(paths.Length);
        foreach (var path in paths)
        {
            var name = NameOf(root, path);
            if (wanted?.Invoke(name) == false || Bytes(path, name, problems) is not { } bytes)
            {
                continue;
            }

            var reading = StrictJson.Read(bytes);
            if (reading.Value is { ValueKind: JsonValueKind.Object } content)
            {
                files.Add(new JsonFile(name, content, bytes));
            }
            else
            {
                var problem = reading.Defect is null ? "it holds no JSON object" : reading.Detail!.Text;
                problems.Add(new ContractProblem(name, string.Empty, problem, "Correct the JSON"));
            }
        }

        return files;
    }

    private static string NameOf(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    private static byte[]? Bytes(string path, string name, ICollection<ContractProblem> problems)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ContractProblem(name, string.Empty, exception.Message.TrimEnd('.'), "Make the file readable"));
            return null;
        }
    }
}

/// <summary>A JSON file of the contract.</summary>
/// <param name="Name">Its path relative to the root of the contract, with slashes.</param>
/// <param name="Content">The object that it holds.</param>
/// <param name="Bytes">The file as it is.</param>
internal sealed record JsonFile(string Name, JsonElement Content, byte[] Bytes)
{
    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];

    public string Folder => Name[..Name.LastIndexOf('/')];
}
