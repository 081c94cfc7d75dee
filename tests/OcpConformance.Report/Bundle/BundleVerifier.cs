using OcpConformance.Report.Model;

namespace OcpConformance.Report.Bundle;

/// <summary>
/// Verifies a bundle offline: files against manifest, manifest against statement, statement against result and signature.
/// Each of them is checked from two sides, so the one that differs from the rest is named.
/// </summary>
public sealed class BundleVerifier
{
    private readonly List<BundleProblem> problems = [];
    private readonly IReadOnlyDictionary<string, BundleFile> files;
    private byte[]? unproven;

    private BundleVerifier(IReadOnlyDictionary<string, BundleFile> files) => this.files = files;

    private IEnumerable<BundleFile> Content => files.Values.Where(file => file.Name is not (BundleFile.Manifest or BundleFile.Statement or BundleFile.Signed));

    /// <summary>Verifies a bundle.</summary>
    /// <param name="zip">The bundle.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="key">The public key of the signer; null to check digests only.</param>
    /// <param name="limits">How much is read; null for the default.</param>
    /// <exception cref="BundleException">It is no zip file.</exception>
    public static BundleVerification Verify(Stream zip, string name, BundleKey? key, BundleLimits? limits = null)
    {
        var (files, refused) = BundleArchive.Read(zip, name, limits ?? BundleLimits.Default);
        var verifier = new BundleVerifier(files);
        verifier.problems.AddRange(refused);
        return refused.Count > 0 ? new BundleVerification(refused, files.Count, files.ContainsKey(BundleFile.Signed), null, null) : verifier.Verify(key);
    }

    private BundleVerification Verify(BundleKey? key)
    {
        var result = Result();
        var signed = Signed(key);
        var statement = Statement(signed);
        var manifest = Manifest(statement, result);
        if (manifest is not null)
        {
            CheckContent(manifest.Files);
        }
        else if (statement is not null)
        {
            CheckContent([.. statement.Subject.Where(subject => subject.Name != BundleFile.Manifest).Select(subject => new ManifestEntry(subject.Name, subject.Sha256 ?? string.Empty, 0))]);
        }

        if (problems.Count == 0 && result is null)
        {
            Add(Vocabulary.ResultFile, "it holds no result that this version of the suite reads");
        }
        else if (problems.Count == 0)
        {
            CheckStatements(result!, manifest!);
        }

        return new BundleVerification(problems, files.Count, files.ContainsKey(BundleFile.Signed), problems.Count == 0 ? key?.KeyId : null, result);
    }

    private ResultDocument? Result()
    {
        try
        {
            return files.TryGetValue(Vocabulary.ResultFile, out var file) ? ResultJson.Read(file.Content) : null;
        }
        catch (ResultException)
        {
            // Its digest tells whether it was packed like that.
            return null;
        }
    }

    // The statement that a signature vouches for; null where none was checked, or none holds.
    private byte[]? Signed(BundleKey? key)
    {
        if (!files.TryGetValue(BundleFile.Signed, out var file))
        {
            if (key is not null)
            {
                Add(BundleFile.Signed, "it is missing, so nobody signed the bundle");
            }

            return null;
        }

        if (BundleJson.Read(file.Content, (DsseEnvelope value) => value.Write()) is not { } envelope || Dsse.Decode(envelope.Payload) is not { } payload)
        {
            Add(BundleFile.Signed, "it is no DSSE envelope as `bundle` writes it");
            return null;
        }

        if (key is null)
        {
            unproven = payload;
            return null;
        }

        if (envelope.PayloadType == InTotoStatement.MediaType && Dsse.SignedBy(envelope, key).Any(signature => signature.Keyid == key.KeyId))
        {
            return payload;
        }

        Add(BundleFile.Signed, $"the key {key.KeyId} did not sign this statement");
        return null;
    }

    private InTotoStatement? Statement(byte[]? signed)
    {
        if (!files.TryGetValue(BundleFile.Statement, out var file))
        {
            Add(BundleFile.Statement, "it is missing");
        }
        else if (signed is not null && !signed.AsSpan().SequenceEqual(file.Content.Span))
        {
            Add(BundleFile.Statement, $"it is another statement than the one that {BundleFile.Signed} signs");
        }

        if ((signed is null ? file?.Content : signed) is not { } bytes)
        {
            return null;
        }

        var statement = BundleJson.Read(bytes, (InTotoStatement value) => value.Write());
        if (statement is not { Type: InTotoStatement.StatementType, PredicateType: InTotoStatement.TestResult })
        {
            Add(BundleFile.Statement, "it is no in-toto statement as `bundle` writes it");
            return null;
        }

        return statement;
    }

    // The manifest and the statement name each other's files; the one that fits neither the files nor the other is at fault.
    private BundleManifest? Manifest(InTotoStatement? statement, ResultDocument? result)
    {
        if (!files.TryGetValue(BundleFile.Manifest, out var file))
        {
            Add(BundleFile.Manifest, "it is missing");
            return null;
        }

        var manifest = BundleJson.Read(file.Content, (BundleManifest value) => value.Write());
        if (manifest is null)
        {
            Add(BundleFile.Manifest, "it is no manifest as `bundle` writes it");
            return null;
        }

        if (manifest.FormatVersion != BundleManifest.CurrentFormat)
        {
            Add(BundleFile.Manifest, $"it is of format {manifest.FormatVersion}, and this suite reads format {BundleManifest.CurrentFormat}");
            return null;
        }

        if (statement?.Subject.FirstOrDefault(subject => subject.Name == BundleFile.Manifest)?.Sha256 == file.Sha256)
        {
            return manifest;
        }

        var fits = result is not null && BundleManifest.Of(result, InOrder(manifest)).Write().AsSpan().SequenceEqual(file.Content.Span);
        if (fits)
        {
            Add(BundleFile.Statement, $"it does not name the digest of {BundleFile.Manifest}");
            return manifest;
        }

        Add(BundleFile.Manifest, $"its SHA-256 is {file.Sha256}, and {BundleFile.Statement} says otherwise");
        return null;
    }

    private IEnumerable<BundleFile> InOrder(BundleManifest manifest) => manifest.Files.Select(entry => files.GetValueOrDefault(entry.Name)).OfType<BundleFile>();

    private void CheckContent(IReadOnlyList<ManifestEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (!files.TryGetValue(entry.Name, out var file))
            {
                Add(entry.Name, "it is missing");
            }
            else if (file.Sha256 != entry.Sha256)
            {
                Add(entry.Name, $"its SHA-256 is {file.Sha256}, and it was packed with {entry.Sha256}");
            }
        }

        var listed = entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(Content.Where(file => !listed.Contains(file.Name)).Select(file => new BundleProblem(file.Name, "it was not packed with the bundle")));
    }

    // Manifest and statements follow from the result and the files, so each can be made again.
    private void CheckStatements(ResultDocument result, BundleManifest manifest)
    {
        if (!BundleManifest.Of(result, InOrder(manifest)).Write().AsSpan().SequenceEqual(files[BundleFile.Manifest].Content.Span))
        {
            Add(BundleFile.Manifest, $"it does not say what {Vocabulary.ResultFile} says");
            return;
        }

        var expected = BundleStatement.Of(result, files[BundleFile.Manifest], manifest.Files).Write();
        if (!expected.AsSpan().SequenceEqual(files[BundleFile.Statement].Content.Span))
        {
            Add(BundleFile.Statement, $"it does not say what {Vocabulary.ResultFile} and {BundleFile.Manifest} say");
        }

        if (unproven is not null && !expected.AsSpan().SequenceEqual(unproven))
        {
            Add(BundleFile.Signed, $"it holds another statement than what {Vocabulary.ResultFile} and {BundleFile.Manifest} say");
        }
    }

    private void Add(string file, string text) => problems.Add(new BundleProblem(file, text));
}
