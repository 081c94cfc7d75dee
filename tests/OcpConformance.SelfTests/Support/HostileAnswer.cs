namespace OcpConformance.SelfTests.Support;

/// <summary>A way to answer badly, and what a run must make of it.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Requirement">The one requirement that it violates; null where a client must cope with it.</param>
/// <param name="Sentence">What the finding says.</param>
/// <param name="SendAsync">Gets the right body and the connection.</param>
internal sealed record HostileAnswer(string Name, string? Requirement, string Sentence, Func<byte[], Stream, CancellationToken, Task> SendAsync);
