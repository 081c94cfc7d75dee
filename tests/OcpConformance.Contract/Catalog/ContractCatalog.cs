using OcpConformance.Contract.Requirements;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>The whole contract: operations, envelope and resources.</summary>
public sealed class ContractCatalog
{
    private readonly Dictionary<string, Operation> byId;
    private readonly ILookup<(string Method, int Slashes), Operation> byRequest;

    internal ContractCatalog(IReadOnlyList<Operation> operations)
    {
        Operations = operations;
        byId = operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        byRequest = operations
            .OrderByDescending(operation => operation.Path.FixedSegments)
            .ToLookup(operation => (operation.Method, operation.Path.Text.Count(character => character == '/')));
    }

    /// <summary>The files that it was read from, and those that belong to it.</summary>
    public required IContractFiles Files { get; init; }

    /// <summary>SHA-256 over all files of schemas/, in lower-case hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>The release that the contract is read for.</summary>
    public Release Release { get; init; } = Release.Newest;

    /// <summary>All operations, ordered by id.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>The requirements that schemas/envelope states; the root is the whole answer.</summary>
    public required RequirementTree Envelope { get; init; }

    /// <summary>The resources, by name.</summary>
    public required IReadOnlyDictionary<string, Resource> Resources { get; init; }

    /// <summary>What the operations of an area are about, by the name of the area.</summary>
    public required IReadOnlyDictionary<string, string> Areas { get; init; }

    /// <summary>The names whose values appear in no output.</summary>
    public SecretNames SecretNames { get; init; } = SecretNames.None;

    /// <summary>Which operations make, show and remove the same objects.</summary>
    public Lifecycles Lifecycles { get; init; } = Lifecycles.None;

    /// <summary>The path that a run asks for first, to see whether there is a server.</summary>
    public required string ProbePath { get; init; }

    /// <summary>A path that no operation has.</summary>
    public required string UnknownPath { get; init; }

    /// <summary>The path that reports the version of the target; null where none is known.</summary>
    public string? VersionPath { get; init; }

    /// <summary>JSON pointer of the version in that answer.</summary>
    public string? VersionPointer { get; init; }

    /// <summary>The schema files.</summary>
    public required SchemaStore Schemas { get; init; }

    /// <summary>The operation with an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Operation this[string id] => byId[id];

    /// <summary>The operation that a method and a path belong to, the most specific one where several do; null where none does.</summary>
    public (Operation Operation, IReadOnlyDictionary<string, string> Values)? Find(string method, string path)
    {
        foreach (var operation in byRequest[(method, path.Count(character => character == '/'))])
        {
            if (operation.Path.Match(path) is { } values)
            {
                return (operation, values);
            }
        }

        return null;
    }
}
