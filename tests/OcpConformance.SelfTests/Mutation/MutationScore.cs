using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace OcpConformance.SelfTests.Mutation;

/// <summary>Counts killed mutants by area and by kind of mutation.</summary>
internal sealed class MutationScore
{
    private readonly ConcurrentDictionary<(string Dimension, string Name), (int Mutants, int Killed)> counts = new();

    public void Count(Mutant mutant, bool killed)
    {
        var scopeEnd = mutant.Requirement.IndexOfAny(['#', '!']);
        var scope = mutant.Requirement[..scopeEnd];
        var kind = mutant.Requirement[scopeEnd] == '!' ? "rule" : mutant.Requirement[(mutant.Requirement.LastIndexOf(':') + 1)..];
        Add("area", scope.Split('/')[0], killed);
        Add("kind", kind, killed);
        Add("all", "mutants", killed);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var dimension in counts.GroupBy(entry => entry.Key.Dimension).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var scores = dimension.OrderBy(entry => entry.Key.Name, StringComparer.Ordinal)
                .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key.Name} {entry.Value.Killed}/{entry.Value.Mutants}"));
            text.Append(CultureInfo.InvariantCulture, $"Killed mutants, {dimension.Key}: {string.Join(", ", scores)}{Environment.NewLine}");
        }

        return text.ToString().TrimEnd();
    }

    private void Add(string dimension, string name, bool killed) =>
        counts.AddOrUpdate((dimension, name), (1, killed ? 1 : 0), (_, count) => (count.Mutants + 1, count.Killed + (killed ? 1 : 0)));
}
