using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Judging;

/// <summary>One place where an answer breaks a requirement.</summary>
/// <param name="Place">JSON pointer into the answer; empty for the whole answer, or the name of a header.</param>
/// <param name="Expected">What should be there.</param>
/// <param name="Actual">What is there, shortened.</param>
public sealed record Finding(string Place, Message Expected, Message Actual);
