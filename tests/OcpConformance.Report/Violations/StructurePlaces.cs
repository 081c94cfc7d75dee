using OcpConformance.Contract.Json;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Violations;

/// <summary>Finds the place of a requirement inside the documented structure that states it, wherever an answer holds the structure.</summary>
internal sealed class StructurePlaces
{
    private const string SchemaEnding = ".schema.json";
    private static readonly string[] StatedByParent = ["required", "expected"];

    private readonly Dictionary<(string Scope, string Place), string> files = [];

    public StructurePlaces(IEnumerable<RequirementResult> requirements)
    {
        foreach (var requirement in requirements)
        {
            if (Split(requirement) is ({ } place, "type"))
            {
                files[(requirement.Scope, place)] = requirement.File;
            }
        }
    }

    /// <summary>What is stated, the same for every use of a structure: <c>file#place:keyword</c>, or the id of a rule.</summary>
    public string Statement(RequirementResult requirement) =>
        Split(requirement) is ({ } place, var keyword) ? $"{requirement.File}#{Inside(requirement, place, keyword)}:{keyword}" : requirement.Id;

    /// <summary>The structure and the place in it, in words; null for a rule.</summary>
    public string? InStructure(RequirementResult requirement)
    {
        if (Split(requirement) is not ({ } place, var keyword) || !requirement.File.EndsWith(SchemaEnding, StringComparison.Ordinal))
        {
            return null;
        }

        var name = Path.GetFileName(requirement.File)[..^SchemaEnding.Length];
        return string.Join('.', [name, .. JsonPointer.Split(Inside(requirement, place, keyword))]).Replace(".*", "[]", StringComparison.Ordinal);
    }

    // Goes up as long as the same file states the type of what lies around.
    private string Inside(RequirementResult requirement, string place, string keyword)
    {
        var root = StatedByParent.Contains(keyword) ? Parent(place) : place;
        while (root.Length > 0 && files.GetValueOrDefault((requirement.Scope, Parent(root))) == requirement.File)
        {
            root = Parent(root);
        }

        return place[root.Length..];
    }

    private static string Parent(string place) => place[..Math.Max(0, place.LastIndexOf('/'))];

    private static (string? Place, string Keyword) Split(RequirementResult requirement) =>
        requirement.Id[requirement.Scope.Length] == '#' ? (requirement.Place, requirement.Keyword) : (null, requirement.Keyword);
}
