using System.Text.Json;
using System.Text.RegularExpressions;

namespace OcpConformance.Contract.Schemas;

/// <summary>Which patterns mean in .NET what they mean in ECMA, for a whole value, and in reasonable time.</summary>
internal static partial class PatternForms
{
    /// <summary>Says what is wrong with a pattern, and what to do; null where it can be used.</summary>
    public static (string Problem, string Remedy)? Check(JsonElement value)
    {
        var pattern = value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
        if (pattern.Length < 3 || pattern[0] != '^' || pattern[^1] != '$' || InnerAnchor().IsMatch(pattern[1..^1]))
        {
            return ($"the pattern {value.GetRawText()} is not anchored once at both ends", "Write ^...$ and no further anchor");
        }

        if (UnicodeClass().IsMatch(pattern))
        {
            return ("\\d, \\w, \\s and \\b match other characters in .NET than in ECMA", "Write a class such as [0-9]");
        }

        if (NestedRepetition().IsMatch(pattern))
        {
            return ("a repeated group ends with a repetition, which can take exponential time", "Write it without nesting");
        }

        try
        {
            _ = new Regex(SchemaDialect.ToDotNet(pattern), RegexOptions.ECMAScript);
            return null;
        }
        catch (ArgumentException exception)
        {
            return ($"the pattern does not compile: {exception.Message.TrimEnd('.')}", "Correct it");
        }
    }

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*(?:\$|(?<!\[)\^)")]
    private static partial Regex InnerAnchor();

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*\\[dDwWsSbB]")]
    private static partial Regex UnicodeClass();

    [GeneratedRegex(@"[+*}]\)[+*{]")]
    private static partial Regex NestedRepetition();
}
