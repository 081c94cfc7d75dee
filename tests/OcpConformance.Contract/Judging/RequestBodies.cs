using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>Checks request bodies against the documentation of their operation, as answers are checked.</summary>
public static class RequestBodies
{
    /// <summary>What the documentation rejects in a request body, each as a sentence with its place; nothing where the body is as documented.</summary>
    /// <param name="contract">The contract that holds the structures.</param>
    /// <param name="operation">The operation; has a body schema.</param>
    /// <param name="body">The body.</param>
    /// <exception cref="InvalidOperationException">The operation has no body.</exception>
    public static IEnumerable<string> Rejections(ContractCatalog contract, Operation operation, JsonElement body)
    {
        var (root, deriver) = Derive(contract, operation);
        var book = new VerdictCollector(deriver.Requirements);
        new SchemaWalk(book).Visit(root, body, string.Empty);
        return book.Verdicts(_ => Message.Of("no-occasion"))
            .Where(verdict => verdict.Kind == VerdictKind.Violates)
            .SelectMany(verdict => verdict.Findings.Select(finding => $"{finding.Place}: {verdict.Requirement.Sentence}, and there is {finding.Actual}"));
    }

    /// <summary>Names of the members that a request body must have.</summary>
    /// <exception cref="InvalidOperationException">The operation has no body.</exception>
    public static IEnumerable<string> RequiredMembers(ContractCatalog contract, Operation operation) =>
        Derive(contract, operation).Root.Members.Where(member => member.Value.Presence is { Requirement.Level: Level.Must }).Select(member => member.Key);

    /// <summary>Whether a value has one of the types that the documentation allows a request body.</summary>
    /// <exception cref="InvalidOperationException">The operation has no body.</exception>
    public static bool HasType(ContractCatalog contract, Operation operation, JsonElement body) => Derive(contract, operation).Root.Type is not { } type || type.Accepts(body);

    private static (SchemaNode Root, RequirementDeriver Deriver) Derive(ContractCatalog contract, Operation operation)
    {
        var schema = operation.BodySchema ?? throw new InvalidOperationException($"{operation.Id} has no request body.");
        var deriver = new RequirementDeriver(contract.Schemas, operation.Id, operation.Source.Page, contract.Release);
        return (deriver.Derive(operation.File, schema, string.Empty), deriver);
    }
}
