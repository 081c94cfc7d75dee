using OcpConformance.Contract.Requirements;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>Reads schemas/ and derives the requirements. Reports everything that is wrong at once.</summary>
public static class ContractLoader
{
    /// <summary>Folder of what all answers have in common.</summary>
    public const string EnvelopeFolder = "schemas/envelope/";

    /// <summary>Schema of the envelope of a success.</summary>
    public const string EnvelopeFile = EnvelopeFolder + "envelope.schema.json";

    /// <summary>Schema of what the envelope of a rejection holds.</summary>
    public const string ErrorFile = EnvelopeFolder + "error.schema.json";

    /// <summary>Schema of a page of a list.</summary>
    public const string PageFile = EnvelopeFolder + "page.schema.json";

    internal const string Folder = "schemas";

    internal const string AreasFile = "schemas/areas.json";
    internal const string OperationSuffix = ".operation.json";

    /// <summary>Loads the whole contract from a folder.</summary>
    /// <param name="root">The folder that holds schemas/ and fixtures/.</param>
    /// <exception cref="ContractException">Files are missing, unreadable or contradict the rules of schemas/README.md.</exception>
    public static ContractCatalog Load(string root) => Load(new ContractFolder(root));

    /// <summary>Loads the whole contract.</summary>
    /// <param name="source">Its files.</param>
    /// <exception cref="ContractException">Files are missing, unreadable or contradict the rules of schemas/README.md.</exception>
    public static ContractCatalog Load(IContractFiles source)
    {
        var problems = new List<ContractProblem>();
        var files = ReadFiles(source, problems);
        ThrowIfAny(problems);

        var store = new SchemaStore(files.ToDictionary(file => file.Name, file => file.Content, StringComparer.Ordinal));
        // What the other files are checked against must be sound itself.
        problems.AddRange(files.Where(ContractFileLint.IsMeta).SelectMany(file => ContractFileLint.CheckContent(file, store)));
        ThrowIfAny(problems);

        // NJsonSchema takes most of a cold start, so it checks the form of the files while their content is read.
        var form = Task.Run(() => ContractFileLint.CheckForm(files, new MetaSchemas(store)));
        problems.AddRange(files.Where(file => !ContractFileLint.IsMeta(file)).SelectMany(file => ContractFileLint.CheckContent(file, store)));
        ContractCatalog? contract = null;
        try
        {
            contract = problems.Count == 0 ? Read(source, files, store, problems) : null;
        }
        catch (Exception) when (form.GetAwaiter().GetResult().Count > 0)
        {
            // What is of the wrong form cannot be read; the form says why.
        }

        var faulty = problems.Select(problem => problem.File).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(form.GetAwaiter().GetResult().Where(problem => !faulty.Contains(problem.File)));
        ThrowIfAny(problems);
        return contract!;
    }

    /// <summary>The resources of a contract, by name, without reading anything else of it.</summary>
    /// <param name="source">Its files.</param>
    /// <exception cref="ContractException">The file of the resources is missing, unreadable or of the wrong form.</exception>
    public static IReadOnlyList<Resource> Resources(IContractFiles source)
    {
        var found = JsonFiles.Read(source, Folder, [], name => name == ResourceReader.File);
        try
        {
            return found is [var file] ? [.. ResourceReader.Read(file.Content).Resources.Values] : [];
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new ContractException([new ContractProblem(ResourceReader.File, string.Empty, "it is of the wrong form", "Correct it as schemas/README.md says")]);
        }
    }

    internal static void DemandFolder(IContractFiles source)
    {
        if (!source.HasFolder(Folder))
        {
            throw new ContractException(
                [new ContractProblem(Folder, string.Empty, $"there is no such folder in {source.Origin}", "Name the folder that holds schemas/ and fixtures/")]);
        }
    }

    /// <summary>Whether a file of the contract belongs to what all answers have in common.</summary>
    /// <param name="file">Its name, relative to the root of the contract.</param>
    public static bool IsEnvelope(string file) => file.StartsWith(EnvelopeFolder, StringComparison.Ordinal);

    /// <summary>The part of a contract that is documented for a release, with the operations that are left out and why.</summary>
    /// <param name="whole">The whole contract.</param>
    /// <param name="release">The release.</param>
    public static (ContractCatalog Contract, IReadOnlyList<LeftOut> LeftOut) Select(ContractCatalog whole, Release release)
    {
        if (release == Release.Newest)
        {
            return (whole, []);
        }

        var leftOut = whole.Operations
            .Select(operation => (operation.Id, Reason: release.Excludes(operation.Source)))
            .Where(operation => operation.Reason is not null)
            .Select(operation => new LeftOut(operation.Id, operation.Reason!))
            .ToList();
        var excluded = leftOut.Select(operation => operation.Operation).ToHashSet(StringComparer.Ordinal);
        var operations = whole.Operations
            .Where(operation => !excluded.Contains(operation.Id))
            .Select(operation => OperationReader.Read(new JsonFile(operation.File, whole.Schemas.Files[operation.File], []), whole.Schemas, PageFile, release))
            .ToList();
        return (new ContractCatalog(operations)
        {
            Files = whole.Files,
            Digest = whole.Digest,
            Release = release,
            Envelope = whole.Envelope,
            Resources = whole.Resources,
            Areas = whole.Areas,
            SecretNames = whole.SecretNames,
            Lifecycles = whole.Lifecycles.For(operations.Select(operation => operation.Id).ToHashSet(StringComparer.Ordinal)),
            ProbePath = whole.ProbePath,
            UnknownPath = whole.UnknownPath,
            VersionPath = whole.VersionPath,
            VersionPointer = whole.VersionPointer,
            Schemas = whole.Schemas,
        }, leftOut);
    }

    private static ContractCatalog Read(
        IContractFiles source, IReadOnlyList<JsonFile> files, SchemaStore store, List<ContractProblem> problems)
    {
        var found = ResourceReader.Read(store.Files[ResourceReader.File]);
        var operations = files
            .Where(file => file.Name.EndsWith(OperationSuffix, StringComparison.Ordinal))
            .Select(file => OperationReader.Read(file, store, PageFile, Release.Newest))
            .OrderBy(operation => operation.Id, StringComparer.Ordinal)
            .ToList();
        problems.AddRange(OperationLint.Check(operations, found.Resources));
        problems.AddRange(ResourceLint.Check(store, found.Resources.Values));
        var lifecycles = store.Files.TryGetValue(LifecycleReader.File, out var lifecycleFile) ? LifecycleReader.Read(lifecycleFile) : Lifecycles.None;
        problems.AddRange(LifecycleReader.Check(lifecycles, operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal), found.Resources, [.. store.Files.Keys]));
        return new ContractCatalog(operations)
        {
            Files = source,
            Digest = ContractDigest.Of(files.Select(file => (file.Name, file.Bytes))),
            Envelope = DeriveEnvelope(store),
            Resources = found.Resources,
            Areas = ReadAreas(store),
            SecretNames = store.Files.TryGetValue(SecretNames.File, out var redaction) ? SecretNames.Read(redaction) : SecretNames.None,
            Lifecycles = lifecycles,
            ProbePath = found.ProbePath,
            UnknownPath = found.UnknownPath,
            VersionPath = found.VersionPath,
            VersionPointer = found.VersionPointer,
            Schemas = store,
        };
    }

    private static IReadOnlyList<JsonFile> ReadFiles(IContractFiles source, List<ContractProblem> problems)
    {
        DemandFolder(source);
        var files = JsonFiles.Read(source, Folder, problems);
        var names = files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var needed in new[] { EnvelopeFile, ErrorFile, PageFile, ResourceReader.File }.Where(name => !names.Contains(name) && !problems.Exists(problem => problem.File == name)))
        {
            problems.Add(new ContractProblem(needed, string.Empty, "the file is missing", "Restore it from the repository"));
        }

        if (problems.Count == 0 && !files.Any(file => file.Name.EndsWith(OperationSuffix, StringComparison.Ordinal)))
        {
            problems.Add(new ContractProblem(Folder, string.Empty, "there is not a single operation", "Add an operation file, or restore the folder from the repository"));
        }

        return files;
    }

    private static RequirementTree DeriveEnvelope(SchemaStore store)
    {
        var deriver = new RequirementDeriver(store, Requirement.EnvelopeScope, "API call description", Release.Newest);
        var node = deriver.Derive(EnvelopeFile, store.Files[EnvelopeFile], string.Empty);
        return new RequirementTree(node, deriver.Requirements);
    }

    private static Dictionary<string, string> ReadAreas(SchemaStore store) =>
        store.Files.TryGetValue(AreasFile, out var file)
            ? file.GetProperty("areas").EnumerateObject().ToDictionary(area => area.Name, area => area.Value.GetString()!, StringComparer.Ordinal)
            : [];

    private static void ThrowIfAny(List<ContractProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new ContractException(problems);
        }
    }
}
