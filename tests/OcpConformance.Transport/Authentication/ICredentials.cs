namespace OcpConformance.Transport.Authentication;

/// <summary>Proves to a target who calls.</summary>
public interface ICredentials
{
    /// <summary>What must appear in no output.</summary>
    IReadOnlyList<string> Secrets { get; }

    /// <summary>The options of a curl command that stand for the credentials, with variables in place of secrets.</summary>
    string CurlOptions { get; }

    /// <summary>The headers that carry the proof.</summary>
    IEnumerable<KeyValuePair<string, string>> Headers();
}
