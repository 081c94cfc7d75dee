namespace OcpConformance.Engine.Cleanup;

/// <summary>A ledger cannot be used; the message names file, place and remedy.</summary>
/// <param name="message">The message.</param>
public sealed class LedgerException(string message) : Exception(message);
