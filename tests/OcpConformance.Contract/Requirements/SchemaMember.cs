namespace OcpConformance.Contract.Requirements;

/// <summary>A documented member of an object.</summary>
/// <param name="Node">What is stated about its value.</param>
/// <param name="Presence">That it is there; null where it may be absent.</param>
public sealed record SchemaMember(SchemaNode Node, ValueCheck? Presence);
