namespace OcpConformance.Contract.Requirements;

/// <summary>The requirements that schemas state about one kind of answer.</summary>
/// <param name="Root">The node of the whole answer.</param>
/// <param name="Requirements">All requirements in it, in the order of the schema.</param>
public sealed record RequirementTree(SchemaNode Root, IReadOnlyList<Requirement> Requirements);
