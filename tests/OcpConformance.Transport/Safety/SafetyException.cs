using OcpConformance.Contract.Messages;

namespace OcpConformance.Transport.Safety;

/// <summary>A request was held back because the settings do not allow its effect, or because it could lock a user.</summary>
/// <param name="reason">Why, and what would allow it.</param>
public sealed class SafetyException(Message reason) : Exception($"{reason}.")
{
    /// <summary>Why, and what would allow it.</summary>
    public Message Reason { get; } = reason;
}
