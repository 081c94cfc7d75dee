using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.MockOcp.Checking;

namespace OcpConformance.MockOcp.Operations;

/// <summary>An operation with everything that the mock works out about it in advance.</summary>
internal sealed class ServedOperation
{
    /// <summary>Works it out.</summary>
    public ServedOperation(ContractCatalog contract, FixtureCatalog fixtures, Operation operation)
    {
        Operation = operation;
        Check = new RequestCheck(contract, operation);
        Fixtures = new FixtureChoice(fixtures.Of(operation));
        SizeLimit = PagingParameters.Of(operation)?.Maximum;
        Echoes = new Echoes(contract, operation);
        Rules = contract.Schemas.Files[operation.File].TryGetProperty("rules", out var rules) ? [.. rules.EnumerateArray()] : [];
    }

    /// <summary>The operation.</summary>
    public Operation Operation { get; }

    /// <summary>Checks its requests.</summary>
    public RequestCheck Check { get; }

    /// <summary>Its fixtures.</summary>
    public FixtureChoice Fixtures { get; }

    /// <summary>The greatest size of a page; null where none is documented.</summary>
    public long? SizeLimit { get; }

    /// <summary>Its rules, as its file has them.</summary>
    public IReadOnlyList<JsonElement> Rules { get; }

    /// <summary>Where its answers repeat the request.</summary>
    public Echoes Echoes { get; }
}
