namespace OcpConformance.Transport.Safety;

/// <summary>A request was held back because the settings do not allow its effect.</summary>
/// <param name="message">Which request, and what would allow it.</param>
public sealed class SafetyException(string message) : Exception(message);
