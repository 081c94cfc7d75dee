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
    [
        ProtocolRules.AnswerArrives, ProtocolRules.NoRedirect, ProtocolRules.StatusWithContent, .. ProtocolRules.Body, ProtocolRules.MediaType,
        RejectionRules.NoStackTrace, .. RateLimitRules.All,
    ];

    private readonly ConcurrentDictionary<Operation, IReadOnlyList<Requirement>> valid = new();
    private readonly ConcurrentDictionary<(ScenarioKind, string?), IReadOnlyList<Requirement>> others = new();

    /// <summary>The requirements that apply to the exchanges of an operation in a scenario, in their order.</summary>
    public IReadOnlyList<Requirement> Of(Operation operation, Scenario scenario) => scenario switch
    {
        { Kind: ScenarioKind.Page } => [.. Of(operation, Scenario.Nominal), .. PagingRules.Of(scenario)],
        { Kind: ScenarioKind.Lifecycle, IsValid: true } => [.. Of(operation, Scenario.Nominal), .. LifecycleRules.Of(scenario)],
        { IsValid: true } => valid.GetOrAdd(operation, Valid),
        { Kind: ScenarioKind.Observed } => [ObservationRules.NothingElseSucceeds],
        { IsOpen: true } => others.GetOrAdd((scenario.Kind, null), _ => [.. Protocol, .. contract.Envelope.Requirements, .. EnvelopeRules.All, .. PagingRules.Of(scenario)]),
        _ => others.GetOrAdd(
            (scenario.Kind, scenario.Kind is ScenarioKind.WrongCredentials or ScenarioKind.Lifecycle ? scenario.Detail : null),
            _ => [.. Protocol, RejectionRules.Of(scenario), RejectionRules.Enveloped, .. contract.Envelope.Requirements, .. EnvelopeRules.All]),
    };

    /// <summary>Every requirement that applies to some exchange, each once, in the order of the contract.</summary>
    public IReadOnlyList<Requirement> All()
    {
        // Which requirement is decided depends on the caller who must be refused, and on the step; other details make no difference.
        List<Scenario> scenarios =
        [
            .. Enum.GetValues<ScenarioKind>().Where(kind => kind is not (ScenarioKind.WrongCredentials or ScenarioKind.Lifecycle)).Select(kind => new Scenario(kind)),
            .. RefusedCaller.All.Select(caller => new Scenario(ScenarioKind.WrongCredentials, caller)),
            .. LifecycleStep.All.Select(step => new Scenario(ScenarioKind.Lifecycle, step)),
        ];
        return [.. contract.Operations.SelectMany(operation => scenarios.SelectMany(scenario => Of(operation, scenario))).DistinctBy(requirement => requirement.Id)];
    }

    private IReadOnlyList<Requirement> Valid(Operation operation) => operation.Shape switch
    {
        AnswerShape.Bare => [.. Protocol, ProtocolRules.BareMediaType, ProtocolRules.NominalSucceeds, .. operation.Requirements],
        AnswerShape.Page => [.. Protocol, ProtocolRules.NominalSucceeds, .. contract.Envelope.Requirements, .. EnvelopeRules.All, EnvelopeRules.PageArithmetic, .. operation.Requirements],
        _ => [.. Protocol, ProtocolRules.NominalSucceeds, .. contract.Envelope.Requirements, .. EnvelopeRules.All, .. operation.Requirements],
    };
}
