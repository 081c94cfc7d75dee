using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Judging;

namespace OcpConformance.Contract.Fixtures;

/// <summary>All fixtures.</summary>
public sealed class FixtureCatalog
{
    private readonly ILookup<string, Fixture> byOperation;

    internal FixtureCatalog(IReadOnlyList<Fixture> fixtures, IReadOnlyDictionary<string, AnswerTemplate> errors)
    {
        Fixtures = fixtures;
        Errors = errors;
        byOperation = fixtures.ToLookup(fixture => fixture.Operation.Id, StringComparer.Ordinal);
    }

    /// <summary>The fixtures, ordered by operation and case.</summary>
    public IReadOnlyList<Fixture> Fixtures { get; }

    /// <summary>How the mock rejects, by cause; a file of fixtures/errors each.</summary>
    public IReadOnlyDictionary<string, AnswerTemplate> Errors { get; }

    /// <summary>
    /// The fixtures that a server of a release could answer with: of its operations, and without what only later releases
    /// document.
    /// </summary>
    /// <param name="contract">The contract of the release.</param>
    public FixtureCatalog For(ContractCatalog contract)
    {
        var operations = contract.Operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        var judge = new Judge(contract, new JudgeOptions(), []);
        var fitting = Fixtures
            .Where(fixture => operations.ContainsKey(fixture.Operation.Id))
            .Select(fixture => fixture.With(operations[fixture.Operation.Id]))
            .Where(fixture => judge.Examine(fixture.ToExchange()).Verdicts.All(verdict => verdict.Kind != VerdictKind.Violates));
        return new FixtureCatalog([.. fitting], Errors);
    }

    /// <summary>The fixtures of an operation.</summary>
    public IEnumerable<Fixture> Of(Operation operation) => byOperation[operation.Id];
}
