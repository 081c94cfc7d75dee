namespace OcpConformance.MockOcp.Messages;

/// <summary>What the mock sends.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Headers">Headers by name; Content-Length comes from the body.</param>
/// <param name="Body">The body.</param>
/// <param name="Compressible">Whether the body is long enough to be worth compressing.</param>
/// <param name="Abort">Whether the connection is reset instead.</param>
public sealed record Reply(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body, bool Compressible, bool Abort = false);
