using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Catalog;

/// <summary>An operation that a release does not have.</summary>
/// <param name="Operation">Its id.</param>
/// <param name="Reason">Why.</param>
public sealed record LeftOut(string Operation, Message Reason);
