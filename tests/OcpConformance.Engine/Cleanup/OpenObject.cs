using OcpConformance.Contract.Catalog;

namespace OcpConformance.Engine.Cleanup;

/// <summary>An object that a run created, or may have created, and did not delete.</summary>
/// <param name="Run">The run.</param>
/// <param name="Lifecycle">Its operations.</param>
/// <param name="Name">Its name.</param>
/// <param name="Key">The value by which paths name it; null where the target did not say it.</param>
/// <param name="Values">Values of the path parameters of its creation.</param>
internal sealed record OpenObject(string Run, ObjectLifecycle Lifecycle, string Name, string? Key, IReadOnlyDictionary<string, string> Values);
