using System.Collections.Concurrent;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>Knows which requirements apply to which exchanges; each list is made once.</summary>
/// <param name="contract">The contract.</param>
public sealed class ApplicableRequirements(ContractCatalog contract)
{
    private static readonly Requirement[] Protocol =
        [ProtocolRules.AnswerArrives, ProtocolRules.NoRedirect, ProtocolRules.StatusWithContent, .. ProtocolRules.Body, ProtocolRules.MediaType];

    private readonly ConcurrentDictionary<Operation, IReadOnlyList<Requirement>> nominal = new();
    private readonly ConcurrentDictionary<ScenarioKind, IReadOnlyList<Requirement>> rejections = new();

    /// <summary>The requirements that apply to the exchanges of an operation in a scenario, in their order.</summary>
    public IReadOnlyList<Requirement> Of(Operation operation, Scenario scenario) => scenario.Kind == ScenarioKind.Nominal
        ? nominal.GetOrAdd(operation, Nominal)
        : rejections.GetOrAdd(scenario.Kind, kind => [.. Protocol, ProtocolRules.Rejected(kind), .. contract.Envelope.Requirements, .. EnvelopeRules.All]);

    /// <summary>Every requirement that applies to some exchange, each once, in the order of the contract.</summary>
    public IReadOnlyList<Requirement> All() =>
        [.. contract.Operations.SelectMany(operation => Enum.GetValues<ScenarioKind>().SelectMany(kind => Of(operation, new Scenario(kind)))).DistinctBy(requirement => requirement.Id)];

    private IReadOnlyList<Requirement> Nominal(Operation operation) => operation.Shape switch
    {
        AnswerShape.Bare => [.. Protocol, ProtocolRules.NominalSucceeds, .. operation.Requirements],
        AnswerShape.Page => [.. Protocol, ProtocolRules.NominalSucceeds, .. contract.Envelope.Requirements, .. EnvelopeRules.All, EnvelopeRules.PageArithmetic, .. operation.Requirements],
        _ => [.. Protocol, ProtocolRules.NominalSucceeds, .. contract.Envelope.Requirements, .. EnvelopeRules.All, .. operation.Requirements],
    };
}
