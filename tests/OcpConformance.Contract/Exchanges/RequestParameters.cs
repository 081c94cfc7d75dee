using OcpConformance.Contract.Catalog;

namespace OcpConformance.Contract.Exchanges;

/// <summary>Reads the values of parameters out of the address of a request.</summary>
public static class RequestParameters
{
    private const string ApiRoot = "/api/";

    /// <summary>The part of a path that templates of operations speak of: what stands before <c>/api/</c> belongs to the installation.</summary>
    public static string ApiPath(Uri url)
    {
        var start = url.AbsolutePath.IndexOf(ApiRoot, StringComparison.Ordinal);
        return start < 0 ? url.AbsolutePath : url.AbsolutePath[start..];
    }

    /// <summary>A path with its query behind it, percent-encoded; the path alone where there is no query.</summary>
    public static string PathAndQuery(string path, IReadOnlyDictionary<string, string> query) => query.Count == 0
        ? path
        : $"{path}?{string.Join('&', query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"))}";

    /// <summary>The values of path and query parameters, decoded, and the language that is asked for, by name; repeated ones are joined by commas.</summary>
    public static IReadOnlyDictionary<string, string> Of(Operation operation, ExchangeRequest request)
    {
        var url = request.Url;
        var values = new Dictionary<string, string>(operation.Path.Match(ApiPath(url)) ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            var name = Decode(parts[0]);
            var value = parts.Length == 2 ? Decode(parts[1]) : string.Empty;
            values[name] = values.TryGetValue(name, out var earlier) ? $"{earlier},{value}" : value;
        }

        if (request.Headers.FirstOrDefault(header => header.Name.Equals(Header.AcceptLanguage, StringComparison.OrdinalIgnoreCase)) is { } language)
        {
            values[Header.AcceptLanguage] = language.Value;
        }

        return values;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
