using System.Text.Json;

namespace OcpConformance.Contract.Catalog;

/// <summary>Where a parameter stands in a request.</summary>
public enum ParameterPlace
{
    /// <summary>In the path template, as <c>{name}</c>.</summary>
    Path,

    /// <summary>In the query.</summary>
    Query,

    /// <summary>In a header.</summary>
    Header,
}

/// <summary>A documented parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In">Where it stands.</param>
/// <param name="Required">Whether a request must have it; always so in a path.</param>
/// <param name="Schema">What values it takes.</param>
/// <param name="Resource">Name of the resource that a live run takes the value from; null where none is named.</param>
/// <param name="Live">The value that a live run sends; null where none is named.</param>
public sealed record Parameter(string Name, ParameterPlace In, bool Required, JsonElement Schema, string? Resource, JsonElement? Live)
{
    /// <summary>The single JSON type that the parameter has; null where it has several or none.</summary>
    public string? Type => Schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    /// <summary>The documented values, of the items where it is a list; empty where any value goes.</summary>
    public IReadOnlyList<JsonElement> Values =>
        Schema.TryGetProperty("enum", out var values) || (Schema.TryGetProperty("items", out var items) && items.TryGetProperty("enum", out values))
            ? [.. values.EnumerateArray()]
            : [];

    /// <summary>A documented bound of the value.</summary>
    /// <param name="keyword"><c>minimum</c> or <c>maximum</c>.</param>
    /// <returns>The bound; null where there is none.</returns>
    public long? Bound(string keyword) => Schema.TryGetProperty(keyword, out var bound) && bound.TryGetInt64(out var number) ? number : null;
}
