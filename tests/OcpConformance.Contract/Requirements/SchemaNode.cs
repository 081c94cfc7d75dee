namespace OcpConformance.Contract.Requirements;

/// <summary>
/// A place in an answer with everything that the contract states about the value there. Structures that contain
/// themselves form a cycle: the inner value is judged by the node of the outer one.
/// </summary>
public sealed class SchemaNode
{
    private readonly Dictionary<string, SchemaMember> members = new(StringComparer.Ordinal);
    private readonly List<ValueCheck> checks = [];

    internal SchemaNode(string place, string? description)
    {
        Place = place;
        Description = description;
    }

    /// <summary>JSON pointer into the answer, <c>*</c> for any item.</summary>
    public string Place { get; }

    /// <summary>What the value means; null where the contract does not say.</summary>
    public string? Description { get; }

    /// <summary>The JSON types that the value may have; null where anything goes.</summary>
    public ValueCheck? Type { get; internal set; }

    /// <summary>What else is stated about the value alone: enumeration, format, bounds.</summary>
    public IReadOnlyList<ValueCheck> Checks => checks;

    /// <summary>The documented members, by name.</summary>
    public IReadOnlyDictionary<string, SchemaMember> Members => members;

    /// <summary>Every item of the array; null where nothing is stated about items.</summary>
    public SchemaNode? Items { get; internal set; }

    /// <summary>Every member with a free name; null where nothing is stated about them.</summary>
    public SchemaNode? FreeMembers { get; internal set; }

    /// <summary>That there are no undocumented members; null where there may be.</summary>
    public ValueCheck? Closed { get; internal set; }

    /// <summary>The documented values; empty where any value goes.</summary>
    public IReadOnlyList<string> Values { get; internal set; } = [];

    /// <summary>Values that are accepted although the documentation of the release does not list them.</summary>
    public IReadOnlySet<string> UndocumentedValues { get; internal set; } = new HashSet<string>();

    internal void Add(ValueCheck check) => checks.Add(check);

    internal void Add(string name, SchemaMember member) => members.Add(name, member);
}
