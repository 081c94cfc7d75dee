using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>Walks an answer along the requirements that a schema states, and judges each at each place where it applies.</summary>
/// <param name="book">Takes the verdicts.</param>
internal sealed class SchemaWalk(VerdictCollector book)
{
    private const int NamedMembers = 20;

    /// <summary>Judges a value and everything in it.</summary>
    /// <param name="node">What is stated about it.</param>
    /// <param name="value">The value; not null.</param>
    /// <param name="place">Its place in the answer.</param>
    public void Visit(SchemaNode node, JsonElement value, string place)
    {
        if (!Passes(node.Type, value, place))
        {
            return;
        }

        book.See(node, value);
        foreach (var check in node.Checks)
        {
            if (check.Behind is { } first && !first.Accepts(value))
            {
                book.Block(check.Requirement, Message.Of("rests-on-violated", first.Requirement.Id));
            }
            else
            {
                Passes(check, value, place);
            }
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            VisitMembers(node, value, place);
        }
        else if (value.ValueKind == JsonValueKind.Array && node.Items is { } items)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Visit(items, item, JsonPointer.Append(place, index++));
            }
        }
    }

    /// <summary>Judges that an object has a member.</summary>
    public void Presence(ValueCheck? presence, JsonElement parent, string place)
    {
        if (presence is null)
        {
            return;
        }

        if (presence.AssumedSince is { } since && !presence.Accepts(parent))
        {
            book.Block(presence.Requirement, Message.Of("member-assumed", since.ToString()));
            return;
        }

        book.Record(presence.Requirement, presence.Accepts(parent), place, () => Message.Of("absent"));
    }

    private void VisitMembers(SchemaNode node, JsonElement value, string place)
    {
        Passes(node.Closed, value, place, () => Message.Of("also-members", string.Join(", ", Unknown(node, value).Take(NamedMembers))));
        foreach (var (name, member) in node.Members)
        {
            Presence(member.Presence, value, JsonPointer.Append(place, name));
        }

        foreach (var member in value.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
        {
            var at = JsonPointer.Append(place, member.Name);
            if (node.Members.TryGetValue(member.Name, out var known))
            {
                Visit(known.Node, member.Value, at);
            }
            else if (node.FreeMembers is { } free)
            {
                Visit(free, member.Value, at);
            }
            else if (node.Members.Count > 0)
            {
                book.NoteUndocumented(JsonPointer.Append(node.Place, member.Name));
            }
        }
    }

    private bool Passes(ValueCheck? check, JsonElement value, string place, Func<Message>? actual = null)
    {
        if (check is null)
        {
            return true;
        }

        var holds = check.Accepts(value);
        book.Record(check.Requirement, holds, place, actual ?? (() => Excerpt.Of(value)));
        return holds;
    }

    private static IEnumerable<string> Unknown(SchemaNode node, JsonElement value) =>
        value.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null && !node.Members.ContainsKey(member.Name)).Select(member => member.Name);
}
