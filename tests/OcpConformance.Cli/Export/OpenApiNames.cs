using System.Text;
using System.Text.Json.Nodes;

namespace OcpConformance.Cli.Export;

/// <summary>The names that the parts of the document refer to each other by.</summary>
internal static class OpenApiNames
{
    /// <summary>The security scheme.</summary>
    public const string Basic = "Basic";

    /// <summary>The schema, and the response, of a rejected request.</summary>
    public const string Failure = "Failure";

    /// <summary>The response to a request without valid credentials.</summary>
    public const string Unauthorized = "Unauthorized";

    public static JsonObject SchemaReference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    public static JsonObject ResponseReference(string name) => new() { ["$ref"] = $"#/components/responses/{name}" };

    /// <summary>Words as one name: <c>backup/query-ability</c> is <c>backupQueryAbility</c>.</summary>
    public static string CamelCase(string words)
    {
        var name = new StringBuilder(words.Length);
        var upper = false;
        foreach (var character in words)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                name.Append(upper ? char.ToUpperInvariant(character) : character);
                upper = false;
            }
            else
            {
                upper = name.Length > 0;
            }
        }

        return name.ToString();
    }

    public static string PascalCase(string words)
    {
        var name = CamelCase(words);
        return name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>The name, or the name with the first free number behind it; taken from then on.</summary>
    public static string Take(string name, ISet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = $"{name}{number}";
        }

        return free;
    }
}
