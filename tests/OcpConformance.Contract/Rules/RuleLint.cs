using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Rules;

/// <summary>Checks that the rules of an operation file have what their kind needs.</summary>
internal static class RuleLint
{
    private static readonly string[] Counts = ["count", "sum", "list"];

    public static IEnumerable<ContractProblem> Check(string file, JsonElement operation)
    {
        for (var index = 0; JsonPointer.Find(operation, $"/rules/{index}") is { ValueKind: JsonValueKind.Object } rule; index++)
        {
            var kind = JsonPointer.Find(rule, "/kind") is { ValueKind: JsonValueKind.String } named ? named.GetString()! : "schema";
            foreach (var member in RuleReader.Kinds.GetValueOrDefault(kind, []).Where(member => !rule.TryGetProperty(member, out _)))
            {
                yield return new ContractProblem(file, $"/rules/{index}", $"a rule of the kind {kind} needs '{member}'", "Add it");
            }

            if (kind == "count-of" && Counts.Count(member => rule.TryGetProperty(member, out _)) != 2)
            {
                yield return new ContractProblem(file, $"/rules/{index}", "a rule of the kind count-of compares two of count, sum and list", "Name exactly two of them");
            }
        }
    }
}
