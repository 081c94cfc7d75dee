namespace OcpConformance.Contract.Catalog;

/// <summary>A path with parameters, as <c>/api/v2/ob/clusters/{id}</c>.</summary>
public sealed class PathTemplate
{
    private readonly string[] segments;

    /// <summary>Reads a template.</summary>
    /// <param name="text">The template; starts with a slash.</param>
    public PathTemplate(string text)
    {
        Text = text;
        segments = text.Split('/');
    }

    /// <summary>The template as it is written.</summary>
    public string Text { get; }

    /// <summary>The names of its parameters, from left to right.</summary>
    public IEnumerable<string> Names => segments.Where(IsParameter).Select(segment => segment[1..^1]);

    /// <summary>Whether braces stand around whole segments only, because nothing else is a parameter.</summary>
    public bool IsSound => !segments.Any(segment => (IsParameter(segment) ? segment[1..^1] : segment).AsSpan().ContainsAny('{', '}'));

    /// <summary>The template without the names: two with the same form take the same paths.</summary>
    public string Form => string.Join('/', segments.Select(segment => IsParameter(segment) ? "{}" : segment));

    /// <summary>How many segments are fixed; the template with more of them is the more specific one.</summary>
    public int FixedSegments => segments.Count(segment => !IsParameter(segment));

    /// <summary>Whether a value can stand for a parameter: what is empty leaves none, and dots lead to another path.</summary>
    public static bool IsSegment(string value) => value is not ("" or "." or "..");

    /// <summary>The path with a value, percent-encoded, for each parameter.</summary>
    /// <exception cref="KeyNotFoundException">A parameter has no value.</exception>
    public string Fill(IReadOnlyDictionary<string, string> values) =>
        string.Join('/', segments.Select(segment => IsParameter(segment) ? Uri.EscapeDataString(values[segment[1..^1]]) : segment));

    /// <summary>The values of the parameters in a path, or null where the path is of another form.</summary>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        var parts = path.Split('/');
        if (parts.Length != segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
        {
            if (IsParameter(segments[i]) && parts[i].Length > 0)
            {
                values[segments[i][1..^1]] = Uri.UnescapeDataString(parts[i]);
            }
            else if (segments[i] != parts[i])
            {
                return null;
            }
        }

        return values;
    }

    /// <inheritdoc />
    public override string ToString() => Text;

    private static bool IsParameter(string segment) => segment.Length > 2 && segment[0] == '{' && segment[^1] == '}';
}
