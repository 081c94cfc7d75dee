using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>Collects what the checks find in one exchange. A violation outweighs whatever else is noted of a requirement.</summary>
/// <param name="requirements">The requirements that apply to the exchange.</param>
internal sealed class VerdictCollector(IReadOnlyList<Requirement> requirements)
{
    private const int ListedFindings = 20;
    private const int ListedUndocumented = 200;

    // What holds has nothing else to tell, and most does.
    private static readonly Entry Conforming = new(VerdictKind.Conforms);

    private readonly Dictionary<Requirement, Entry> entries = new(requirements.Count);
    private readonly SortedSet<string> undocumented = new(StringComparer.Ordinal);

    private readonly SortedSet<string> undocumentedValues = new(StringComparer.Ordinal);

    private readonly HashSet<string> seenPlaces = new(StringComparer.Ordinal);
    private readonly HashSet<(string Place, string Value)> seenValues = [];

    public IReadOnlyCollection<string> Undocumented => undocumented;

    /// <summary>Places of documented values that occurred.</summary>
    public IReadOnlySet<string> SeenPlaces => seenPlaces;

    /// <summary>Documented values of enumerations that occurred, by place.</summary>
    public IReadOnlySet<(string Place, string Value)> SeenValues => seenValues;

    /// <summary>Undocumented values of enumerations that are accepted all the same, as <c>place=value</c>.</summary>
    public IReadOnlyCollection<string> UndocumentedValues => undocumentedValues;

    public void See(SchemaNode node, JsonElement value)
    {
        seenPlaces.Add(node.Place);
        if (node.Values.Count == 0 || value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            return;
        }

        var text = value.ToString();
        if (node.Values.Contains(text))
        {
            seenValues.Add((node.Place, text));
        }
        else if (node.UndocumentedValues.Contains(text))
        {
            undocumentedValues.Add($"{node.Place}={text}");
        }
    }

    public void Conform(Requirement requirement) => entries.TryAdd(requirement, Conforming);

    public void Violate(Requirement requirement, string place, Message actual)
    {
        if (!entries.TryGetValue(requirement, out var entry) || entry.Kind != VerdictKind.Violates)
        {
            entry = new Entry(VerdictKind.Violates);
            entries[requirement] = entry;
        }

        entry.Count++;
        if (entry.Findings.Count < ListedFindings)
        {
            entry.Findings.Add(new Finding(Excerpt.Line(place), requirement.Expected, actual.Select(Excerpt.Line)));
        }
    }

    public void Record(Requirement requirement, bool holds, string place, Func<Message> actual)
    {
        if (holds)
        {
            Conform(requirement);
        }
        else
        {
            Violate(requirement, place, actual());
        }
    }

    public void NotExercised(Requirement requirement, Message reason) =>
        entries.TryAdd(requirement, new Entry(VerdictKind.NotExercised) { Reason = reason });

    public void Block(Requirement requirement, Message reason) =>
        entries.TryAdd(requirement, new Entry(VerdictKind.Blocked) { Reason = reason });

    /// <summary>Blocks whatever has no verdict yet.</summary>
    public void BlockRest(Message reason)
    {
        foreach (var requirement in requirements)
        {
            Block(requirement, reason);
        }
    }

    public void NoteUndocumented(string place)
    {
        if (undocumented.Count < ListedUndocumented)
        {
            undocumented.Add(Excerpt.Line(place));
        }
    }

    public bool Violates(Requirement requirement) => entries.TryGetValue(requirement, out var entry) && entry.Kind == VerdictKind.Violates;

    /// <summary>
    /// The violated requirement at a place, above it or below it; null where there is none. A value that only the
    /// documentation lacks is no fault of what stands around it.
    /// </summary>
    public Requirement? ViolatedAt(string place) => entries.FirstOrDefault(entry =>
        entry.Value.Kind == VerdictKind.Violates && entry.Key.Place.Length > 0
        && (entry.Key.Keyword == Requirement.KnownKeyword
            ? entry.Key.Place == place
            : Covers(entry.Key.Place, place) || Covers(place, entry.Key.Place))).Key;

    private static bool Covers(string outer, string inner) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] == '/');

    public IReadOnlyList<Verdict> Verdicts(Func<Requirement, Message> whyNotExercised) =>
        requirements.Select(requirement => entries.TryGetValue(requirement, out var entry)
            ? new Verdict(requirement, entry.Kind, entry.Reason, entry.Findings, entry.Count)
            : new Verdict(requirement, VerdictKind.NotExercised, whyNotExercised(requirement), [], 0)).ToArray();

    private sealed class Entry(VerdictKind kind)
    {
        public VerdictKind Kind { get; } = kind;

        public Message? Reason { get; init; }

        public List<Finding> Findings { get; } = [];

        public int Count { get; set; }
    }
}
