namespace OcpConformance.Contract.Catalog;

/// <summary>An operation that a release does not have.</summary>
/// <param name="Operation">Its id.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record LeftOut(string Operation, string Reason);
