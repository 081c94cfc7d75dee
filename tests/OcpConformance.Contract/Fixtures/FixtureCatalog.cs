using OcpConformance.Contract.Catalog;

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

    /// <summary>The fixtures of an operation.</summary>
    public IEnumerable<Fixture> Of(Operation operation) => byOperation[operation.Id];
}
