using System.Security.Cryptography;
using System.Text;
using OcpConformance.Contract.Requirements;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>Reads schemas/ and derives the requirements. Reports everything that is wrong at once.</summary>
public static class ContractLoader
{
    private const string EnvelopeFile = "schemas/envelope/envelope.schema.json";
    private const string PageFile = "schemas/envelope/page.schema.json";
    private const string ResourcesFile = "schemas/resources.json";
    private const string StructureSuffix = ".schema.json";
    private const string OperationSuffix = ".operation.json";

    /// <summary>Loads the contract.</summary>
    /// <param name="root">The folder that holds schemas/ and fixtures/.</param>
    /// <exception cref="ContractException">Files are missing, unreadable or contradict the rules of schemas/README.md.</exception>
    public static ContractCatalog Load(string root)
    {
        var problems = new List<ContractProblem>();
        var files = ReadFiles(root, problems);
        ThrowIfAny(problems);

        var store = new SchemaStore(files.ToDictionary(file => file.Name, file => file.Content, StringComparer.Ordinal));
        var meta = new MetaSchemas(store);
        foreach (var file in files)
        {
            problems.AddRange(Check(file, meta, store));
        }

        ThrowIfAny(problems);
        var resources = ResourceReader.Read(store.Files[ResourcesFile]);
        var operations = files
            .Where(file => file.Name.EndsWith(OperationSuffix, StringComparison.Ordinal))
            .Select(file => OperationReader.Read(file, store, PageFile))
            .OrderBy(operation => operation.Id, StringComparer.Ordinal)
            .ToList();
        problems.AddRange(OperationLint.Check(operations, resources.Resources));
        ThrowIfAny(problems);

        return new ContractCatalog(operations)
        {
            Root = root,
            Digest = Digest(files),
            Envelope = DeriveEnvelope(store),
            Resources = resources.Resources,
            ProbePath = resources.ProbePath,
            Schemas = store,
        };
    }

    private static IReadOnlyList<JsonFile> ReadFiles(string root, List<ContractProblem> problems)
    {
        if (!Directory.Exists(Path.Combine(root, "schemas")))
        {
            throw new ContractException([new ContractProblem("schemas", string.Empty, $"there is no such folder in {root}", "Name the folder that holds schemas/ and fixtures/")]);
        }

        var files = JsonFiles.Read(root, "schemas", problems);
        var names = files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var needed in new[] { EnvelopeFile, PageFile, ResourcesFile }.Where(name => !names.Contains(name) && !problems.Exists(problem => problem.File == name)))
        {
            problems.Add(new ContractProblem(needed, string.Empty, "the file is missing", "Restore it from the repository"));
        }

        if (problems.Count == 0 && !files.Any(file => file.Name.EndsWith(OperationSuffix, StringComparison.Ordinal)))
        {
            problems.Add(new ContractProblem("schemas", string.Empty, "there is not a single operation", "Add an operation file, or restore the folder from the repository"));
        }

        return files;
    }

    private static List<ContractProblem> Check(JsonFile file, MetaSchemas meta, SchemaStore store)
    {
        var problems = new List<ContractProblem>();
        if (file.Folder == MetaSchemas.Folder)
        {
            new SchemaLint(file.Name, problems).Check(file.Content, string.Empty, partial: true);
        }
        else if (file.FileName.EndsWith(StructureSuffix, StringComparison.Ordinal))
        {
            new SchemaLint(file.Name, problems).Check(file.Content, string.Empty);
            AddIfNone(problems, () => meta.Check("structure", file.Name, file.Content));
            AddIfNone(problems, () => References.Missing(store, file.Name, file.Content, string.Empty));
        }
        else if (file.FileName.EndsWith(OperationSuffix, StringComparison.Ordinal))
        {
            problems.AddRange(meta.Check("operation", file.Name, file.Content));
            AddIfNone(problems, () => OperationReader.Lint(file));
            AddIfNone(problems, () => References.Missing(store, file.Name, file.Content, string.Empty));
        }
        else if (file.Name == ResourcesFile)
        {
            problems.AddRange(meta.Check("resources", file.Name, file.Content));
        }
        else
        {
            problems.Add(new ContractProblem(file.Name, string.Empty, "the name says neither structure nor operation", "Name it <Structure>.schema.json or <name>.operation.json"));
        }

        return problems;
    }

    // A file that fails one check would only repeat itself in the next.
    private static void AddIfNone(List<ContractProblem> problems, Func<IEnumerable<ContractProblem>> further)
    {
        if (problems.Count == 0)
        {
            problems.AddRange(further());
        }
    }

    private static RequirementTree DeriveEnvelope(SchemaStore store)
    {
        var deriver = new RequirementDeriver(store, Requirement.EnvelopeScope, "API call description");
        var node = deriver.Derive(EnvelopeFile, store.Files[EnvelopeFile], string.Empty);
        return new RequirementTree(node, deriver.Requirements);
    }

    private static string Digest(IReadOnlyList<JsonFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\n{file.Bytes.Length}\n"));
            hash.AppendData(file.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void ThrowIfAny(List<ContractProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new ContractException(problems);
        }
    }
}
