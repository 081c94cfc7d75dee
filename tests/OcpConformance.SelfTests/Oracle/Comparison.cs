using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;

namespace OcpConformance.SelfTests.Oracle;

/// <summary>Lets the suite and NJsonSchema judge the same answers; each schema is compiled once.</summary>
/// <param name="contract">The contract, of the release.</param>
/// <param name="release">The release; null for the newest.</param>
internal sealed class Comparison(ContractCatalog contract, Version? release)
{
    private readonly Judge judge = new(contract, new JudgeOptions(), []);

    private readonly Lazy<WholeSchema> rejection = new(() => new WholeSchema(ComposedSchema.OfRejection(contract)));

    /// <summary>Compares trials of an operation.</summary>
    /// <param name="operation">The operation, as the contract of the release has it.</param>
    /// <param name="trials">The trials, of whatever contract.</param>
    public IEnumerable<Compared> Of(Operation operation, IEnumerable<Trial> trials)
    {
        var success = new WholeSchema(ComposedSchema.OfSuccess(contract, operation, release));
        foreach (var trial in trials)
        {
            var exchange = trial.Exchange with { Operation = operation };
            var schema = exchange.Scenario.IsValid && exchange.Answer!.Status == 200 ? success : rejection.Value;
            yield return new Compared(trial, SuiteRejects(exchange), schema.Of(exchange.Answer!.Body));
        }
    }

    // What rules say of an answer is beyond JSON Schema.
    public bool SuiteRejects(Exchange exchange) => judge.Examine(exchange).Verdicts.Any(verdict =>
        verdict.Kind == VerdictKind.Violates && verdict.Requirement.Id[verdict.Requirement.Scope.Length] == '#');
}
