using OcpConformance.Contract.Messages;

namespace OcpConformance.Engine.Targets;

/// <summary>What became of the search for a resource.</summary>
/// <param name="Value">Its id; null where none was found.</param>
/// <param name="Setting">The setting that gave it; null where the target did.</param>
/// <param name="Reason">Why none was found, with the remedy; null where one was.</param>
/// <param name="IsPassing">Whether none was found because the target was away, so that it may be found later.</param>
internal sealed record FoundResource(string? Value, string? Setting, Message? Reason, bool IsPassing = false)
{
    public static FoundResource Missing(Message reason, bool isPassing = false) => new(null, null, reason, isPassing);
}
