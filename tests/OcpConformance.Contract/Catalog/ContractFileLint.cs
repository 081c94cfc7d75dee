using System.Text.RegularExpressions;
using OcpConformance.Contract.Requirements;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>Finds what is wrong in single files of schemas/.</summary>
internal static partial class ContractFileLint
{
    /// <summary>Whether each file has the form that schemas/meta asks for.</summary>
    public static List<ContractProblem> CheckForm(IReadOnlyList<JsonFile> files, MetaSchemas meta)
    {
        var found = new IReadOnlyList<ContractProblem>[files.Count];
        Parallel.For(0, files.Count, index => found[index] = CheckForm(files[index], meta));
        return [.. found.SelectMany(problems => problems).Distinct()];
    }

    private static IReadOnlyList<ContractProblem> CheckForm(JsonFile file, MetaSchemas meta)
    {
        try
        {
            return KindOf(file) is { } kind ? [.. meta.Check(kind, file.Name, file.Content)] : [];
        }
        catch (ContractException exception)
        {
            return exception.Problems;
        }
    }

    /// <summary>Whether a file says what others look like.</summary>
    public static bool IsMeta(JsonFile file) => file.Folder == MetaSchemas.Folder;

    private static string? KindOf(JsonFile file) =>
        IsMeta(file) ? null
        : file.FileName.EndsWith(SchemaStore.StructureSuffix, StringComparison.Ordinal) ? "structure"
        : file.FileName.EndsWith(ContractLoader.OperationSuffix, StringComparison.Ordinal) ? "operation"
        : file.Name == ResourceReader.File ? "resources"
        : file.Name == ContractLoader.AreasFile ? "areas"
        : file.Name == SecretNames.File ? "redaction"
        : file.Name == LifecycleReader.File ? "lifecycles"
        : file.Name == Releases.File ? "releases"
        : null;

    /// <summary>Whether a file says what schemas/README.md allows, apart from its form.</summary>
    public static List<ContractProblem> CheckContent(JsonFile file, SchemaStore store)
    {
        var problems = new List<ContractProblem>();
        switch (KindOf(file))
        {
            case "structure":
                new SchemaLint(file.Name, problems).Check(file.Content, string.Empty);
                break;
            case "operation" when !OperationName().IsMatch(file.Name):
                problems.Add(new ContractProblem(file.Name, string.Empty, "the name gives no id of an operation", "Name it schemas/<area>/<name>.operation.json, in lower case with hyphens"));
                break;
            case "operation":
                problems.AddRange(OperationReader.Lint(file));
                break;
            case null when IsMeta(file):
                new SchemaLint(file.Name, problems).Check(file.Content, string.Empty, partial: true);
                break;
            case null:
                problems.Add(new ContractProblem(file.Name, string.Empty, "the name says neither structure nor operation", "Name it <Structure>.schema.json or <name>.operation.json"));
                break;
        }

        problems.AddRange(ReferenceLint.Faulty(store, file.Name, file.Content, string.Empty));
        problems.AddRange(IsMeta(file) ? [] : ReleaseLint.Check(store, file.Name, file.Content));
        return problems;
    }

    [GeneratedRegex(@"\Aschemas/[a-z][a-z0-9-]*/[a-z][a-z0-9-]*\.operation\.json\z")]
    private static partial Regex OperationName();
}
