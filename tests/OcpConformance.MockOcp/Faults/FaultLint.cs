using System.Buffers.Text;
using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.MockOcp.Faults;

/// <summary>Checks in the file of a fault what its meta schema cannot say.</summary>
internal static class FaultLint
{
    private const string Set = "/answer/set";
    private const string Headers = "/answer/headers";

    public static IEnumerable<ContractProblem> Check(string file, JsonElement fault)
    {
        foreach (var name in Names(fault, Set).Where(name => name.Length < 2 || name[0] != '/'))
        {
            yield return new ContractProblem(file, JsonPointer.Append(Set, name), $"'{name}' is no JSON pointer of a member", "Write it like /data/id");
        }

        foreach (var name in Names(fault, Headers).Where(name => name.Length == 0 || !name.All(IsTokenCharacter)))
        {
            yield return new ContractProblem(file, JsonPointer.Append(Headers, name), $"'{name}' is no name of a header", "Write letters, digits and hyphens");
        }

        foreach (var twice in Names(fault, Headers).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            yield return new ContractProblem(file, JsonPointer.Append(Headers, twice.Last()), $"the header {twice.Key} is given twice", "Keep one of the two");
        }

        if (JsonPointer.Find(fault, "/answer/base64") is { ValueKind: JsonValueKind.String } encoded && !Base64.IsValid(encoded.GetString()))
        {
            yield return new ContractProblem(file, "/answer/base64", "it is no base64", "Encode the body again, or write text");
        }
    }

    private static IEnumerable<string> Names(JsonElement fault, string place) =>
        JsonPointer.Find(fault, place) is { ValueKind: JsonValueKind.Object } members ? members.EnumerateObject().Select(member => member.Name) : [];

    private static bool IsTokenCharacter(char character) => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal);
}
