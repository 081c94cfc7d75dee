namespace OcpConformance.Transport.Safety;

/// <summary>A request was held back because the settings do not allow its effect, or because it could lock a user.</summary>
/// <param name="message">Why, and what would allow it.</param>
public sealed class SafetyException(string message) : Exception(message);
