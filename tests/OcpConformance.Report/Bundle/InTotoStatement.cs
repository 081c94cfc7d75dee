using System.Text.Json;
using System.Text.Json.Serialization;

namespace OcpConformance.Report.Bundle;

/// <summary>An in-toto Statement v1 with the predicate Test Result v0.1 (in-toto Attestation Framework).</summary>
public sealed record InTotoStatement
{
    /// <summary>The type of statements.</summary>
    public const string StatementType = "https://in-toto.io/Statement/v1";

    /// <summary>The type of the predicate.</summary>
    public const string TestResult = "https://in-toto.io/attestation/test-result/v0.1";

    /// <summary>The media type of statements.</summary>
    public const string MediaType = "application/vnd.in-toto+json";

    /// <summary>Always <see cref="StatementType"/>.</summary>
    [JsonPropertyName("_type")]
    public string Type { get; init; } = StatementType;

    /// <summary>The files that the statement speaks for.</summary>
    public required IReadOnlyList<ResourceDescriptor> Subject { get; init; }

    /// <summary>Always <see cref="TestResult"/>.</summary>
    public string PredicateType { get; init; } = TestResult;

    /// <summary>What was tested and found.</summary>
    public required TestResultPredicate Predicate { get; init; }

    /// <summary>The statement as UTF-8; equal statements give equal bytes.</summary>
    public byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, BundleJson.Readable.InTotoStatement), (byte)'\n'];
}

/// <summary>Names a file or another resource.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Uri">Its address; null where the digest names it.</param>
/// <param name="Digest">Its digests by algorithm; null where the address names it.</param>
/// <param name="Annotations">What else is known about it; null where that is nothing.</param>
public sealed record ResourceDescriptor(string Name, string? Uri, IReadOnlyDictionary<string, string>? Digest, IReadOnlyDictionary<string, string>? Annotations)
{
    private const string Algorithm = "sha256";

    /// <summary>The SHA-256 digest; null where there is none.</summary>
    [JsonIgnore]
    public string? Sha256 => Digest?.GetValueOrDefault(Algorithm);

    /// <summary>A resource with its SHA-256 digest.</summary>
    public static ResourceDescriptor WithDigest(string name, string sha256, IReadOnlyDictionary<string, string>? annotations = null) =>
        new(name, null, new Dictionary<string, string> { [Algorithm] = sha256 }, annotations);
}

/// <summary>The predicate Test Result v0.1.</summary>
/// <param name="Result"><c>PASSED</c>, <c>WARNED</c> or <c>FAILED</c>.</param>
/// <param name="Configuration">By what was judged.</param>
/// <param name="PassedTests">Ids of requirements that hold.</param>
/// <param name="WarnedTests">Ids of violated requirements that do not fail the run.</param>
/// <param name="FailedTests">Ids of violated requirements that fail the run.</param>
public sealed record TestResultPredicate(
    string Result, IReadOnlyList<ResourceDescriptor> Configuration, IReadOnlyList<string> PassedTests, IReadOnlyList<string> WarnedTests, IReadOnlyList<string> FailedTests);
