using System.Text.Json;

namespace OcpConformance.Contract.Catalog;

/// <summary>Names whose values appear in no output, as schemas/redaction.json lists them.</summary>
/// <param name="Members">Ends of the names of JSON members, in any letter case.</param>
/// <param name="Headers">Names of headers, in any letter case.</param>
/// <param name="Parameters">Ends of the names of parameters in a query or a form, in any letter case.</param>
public sealed record SecretNames(IReadOnlyList<string> Members, IReadOnlyList<string> Headers, IReadOnlyList<string> Parameters)
{
    internal const string File = "schemas/redaction.json";

    /// <summary>No names.</summary>
    public static SecretNames None { get; } = new([], [], []);

    /// <summary>Whether the value of a JSON member is a secret.</summary>
    public bool IsMember(string name) => Members.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a JSON pointer leads to a secret, or into one.</summary>
    public bool IsPlace(string pointer) => pointer.Split('/').Any(IsMember);

    internal static SecretNames Read(JsonElement file)
    {
        return new SecretNames(Names("members"), Names("headers"), Names("parameters"));

        string[] Names(string list) => [.. file.GetProperty(list).EnumerateArray().Select(name => name.GetString()!)];
    }
}
