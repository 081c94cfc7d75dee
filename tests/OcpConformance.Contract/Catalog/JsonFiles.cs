using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>Reads the JSON files of a contract strictly.</summary>
internal static class JsonFiles
{
    /// <summary>All JSON files in and below a folder, ordered by name; what cannot be read goes to the problems.</summary>
    public static IReadOnlyList<JsonFile> Read(
        IContractFiles contract, string folder, ICollection<ContractProblem> problems, Func<string, bool>? wanted = null)
    {
        var files = new List<JsonFile>();
        foreach (var name in contract.Names(folder))
        {
            if (wanted?.Invoke(name) == false || Bytes(contract, name, problems) is not { } bytes)
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
                var problem = reading.Defect is null ? "it holds no JSON object" : reading.Detail;
                problems.Add(new ContractProblem(name, string.Empty, problem, "Correct the JSON"));
            }
        }

        return files;
    }

    private static byte[]? Bytes(IContractFiles contract, string name, ICollection<ContractProblem> problems)
    {
        try
        {
            return contract.Read(name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ContractProblem(name, string.Empty, exception.Message.TrimEnd('.'), "Make it a file that can be read"));
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
