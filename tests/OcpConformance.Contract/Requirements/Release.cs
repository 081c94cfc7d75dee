using System.Text.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Requirements;

/// <summary>The editions of OCP.</summary>
public enum Edition
{
    /// <summary>The commercial edition, which has everything.</summary>
    Enterprise,

    /// <summary>The edition that is free to use.</summary>
    Community,
}

/// <summary>The release of OCP that a contract is read for. Whatever is documented for other releases only is left out.</summary>
/// <param name="Version">The version; null for the newest that is documented.</param>
/// <param name="Edition">The edition.</param>
public sealed record Release(Version? Version, Edition Edition)
{
    /// <summary>The oldest version that is documented.</summary>
    public static Version OldestVersion { get; } = new(3, 1, 1);

    /// <summary>Everything that is documented.</summary>
    public static Release Newest { get; } = new(null, Edition.Enterprise);

    /// <summary>Why an operation does not belong to the release; null where it does.</summary>
    /// <param name="source">Where the operation is documented.</param>
    public Message? Excludes(OperationSource source) =>
        IsBefore(source.Since) ? Message.Of(source.Assumed ? "assumed-since" : "documented-since", source.Since.ToString(), $"{Version}")
        : IsBehind(source.Until) ? Message.Of("documented-until", $"{source.Until}", $"{Version}")
        : !source.Editions.Contains(Edition) ? Message.Of("not-in-edition", Edition.ToString().ToLowerInvariant())
        : null;

    /// <summary>Whether a schema with <c>x-since</c> and <c>x-until</c> belongs to the release.</summary>
    internal bool Includes(JsonElement schema) =>
        !IsBefore(SinceOf(schema)) && !IsBehind(VersionOf(schema, "x-until"));

    /// <summary>Whether a value of an enumeration with <c>x-enum-since</c> belongs to the release.</summary>
    internal bool Includes(JsonElement schema, JsonElement value) => !IsBefore(SinceOf(schema, value));

    /// <summary>First release of a member, as <c>x-since</c> says; null where it does not say.</summary>
    internal static Version? SinceOf(JsonElement schema) => VersionOf(schema, "x-since");

    /// <summary>First release of a value of an enumeration, as <c>x-enum-since</c> says; null where it does not say.</summary>
    internal static Version? SinceOf(JsonElement schema, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && schema.TryGetProperty("x-enum-since", out var since)
            ? VersionOf(since, value.GetString()!)
            : null;

    /// <summary>Whether what a schema with <c>x-must-since</c> states is a must in the release; null for a schema without.</summary>
    internal bool? Demands(JsonElement schema) => VersionOf(schema, "x-must-since") is { } since ? !IsBefore(since) : null;

    // The operators of Version take null for older than everything, which is not what it means here.
    private bool IsBefore(Version? since) => Version is not null && since is not null && Version < since;

    private bool IsBehind(Version? until) => Version is not null && until is not null && Version > until;

    private static Version? VersionOf(JsonElement schema, string member) =>
        schema.TryGetProperty(member, out var text) ? Version.Parse(text.GetString()!) : null;
}
