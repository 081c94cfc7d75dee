using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;
using OcpConformance.Transport.Safety;

namespace OcpConformance.Engine.Planning;

/// <summary>An exchange that a run intends.</summary>
public sealed record PlannedExchange
{
    /// <summary><c>operation/scenario</c>, or <c>operation/scenario/case</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The operation.</summary>
    public required Operation Operation { get; init; }

    /// <summary>How to call it.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Values of parameters that are known already, by name; the run looks up the others.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>Values of query parameters.</summary>
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>The request body; null where there is none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>What a live run puts into the body: by JSON pointer, the name of the resource.</summary>
    public IReadOnlyDictionary<string, string> BodyResources { get; init; } = new Dictionary<string, string>();

    /// <summary>Why it will not be sent; null where it will.</summary>
    public Message? Blocked { get; init; }

    /// <summary>What the ledger is told of it beside the operation; null for nothing.</summary>
    public WriteNote? Note { get; init; }

    /// <summary>Its place in the result, whatever the order in which exchanges are sent.</summary>
    public int Position { get; init; }

    /// <summary>Whether a parameter is left out on purpose.</summary>
    public bool LeavesOut(Parameter parameter) => Scenario.Kind == ScenarioKind.MissingParameter && Scenario.Detail == parameter.Name;

    /// <inheritdoc />
    public override string ToString() => Id;
}
