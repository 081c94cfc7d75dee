namespace OcpConformance.Engine.Cleanup;

/// <summary>A target cannot be asked, or refuses the credentials; the message names setting and remedy.</summary>
/// <param name="message">The message.</param>
public sealed class ContactException(string message) : Exception(message);
