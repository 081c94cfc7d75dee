using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;

namespace OcpConformance.MockOcp.Messages;

/// <summary>What the mock makes of a request before any fault.</summary>
/// <param name="Cause">Null for a success, otherwise one of <see cref="ErrorCause"/>.</param>
/// <param name="Operation">The operation that the request calls; null for an unknown path.</param>
/// <param name="Fixture">The fixture that answers; null where it is no success.</param>
public sealed record Outcome(string? Cause, Operation? Operation, Fixture? Fixture)
{
    /// <summary>What a fault calls an outcome without cause.</summary>
    public const string Success = "success";

    /// <summary>Makes the answer of the fixture fit this request; null where it does as it is.</summary>
    public Action<JsonObject>? Finish { get; init; }

    /// <summary>The methods that the path takes, as the Allow header has them; null where the answer does not tell.</summary>
    public string? Allow { get; init; }

    /// <summary>The cause, or <see cref="Success"/>.</summary>
    public string Name => Cause ?? Success;

    /// <summary>The outcome with something to do to its answer before everything else.</summary>
    public Outcome First(Action<JsonObject>? first) => first is null ? this : this with { Finish = first + Finish };

    /// <summary>The outcome with one more thing to do to its answer.</summary>
    public Outcome Then(Action<JsonObject>? next) => next is null ? this : this with { Finish = Finish + next };
}
