using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Json;

namespace OcpConformance.MockOcp.Operations;

/// <summary>Chooses among the fixtures of one operation the one that fits a request best; made once for each operation.</summary>
internal sealed class FixtureChoice
{
    private readonly Candidate[] candidates;

    /// <summary>Prepares the choice.</summary>
    public FixtureChoice(IEnumerable<Fixture> fixtures) => candidates = [.. fixtures.Select(fixture => new Candidate(fixture))];

    /// <summary>The first fixture; null where there is none.</summary>
    public Fixture? First => candidates.FirstOrDefault()?.Fixture;

    /// <summary>All fixtures, in order.</summary>
    public IEnumerable<Fixture> All => candidates.Select(candidate => candidate.Fixture);

    /// <summary>The fixture that fits best: of the same object, with the same query, filter and body, as far as there is one. Null where no fixture is of that object.</summary>
    /// <param name="values">Values of the path parameters; null where a fixture of any object will do.</param>
    /// <param name="query">The query.</param>
    /// <param name="body">The body; null where there is none.</param>
    public Fixture? Choose(IReadOnlyDictionary<string, string>? values, IReadOnlyDictionary<string, string> query, JsonElement? body)
    {
        Candidate? best = null;
        var bestScore = (Query: -1, Filter: -1, HasEntries: false, Body: false);
        foreach (var candidate in candidates)
        {
            if (values is not null && !Holds(candidate.Fixture.PathValues, values))
            {
                continue;
            }

            var score = (
                Query: Holds(candidate.Fixture.Query, query) ? candidate.Fixture.Query.Count : -1,
                Filter: Holds(candidate.Filter, query) ? candidate.Filter.Count : -1,
                HasEntries: candidate.HasEntries,
                Body: SameBody(candidate.Fixture, body));
            if (best is null || score.CompareTo(bestScore) > 0)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        return best?.Fixture;
    }

    /// <summary>Whether a request asks for another page than a fixture shows.</summary>
    public static bool WantsOtherPage(Fixture fixture, IReadOnlyDictionary<string, string> query) =>
        (query.ContainsKey(PagingParameters.Page) || query.ContainsKey(PagingParameters.Size))
        && (query.GetValueOrDefault(PagingParameters.Page) != fixture.Query.GetValueOrDefault(PagingParameters.Page)
            || query.GetValueOrDefault(PagingParameters.Size) != fixture.Query.GetValueOrDefault(PagingParameters.Size));

    private static bool Holds(IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> given)
    {
        foreach (var (name, value) in expected)
        {
            if (!given.TryGetValue(name, out var actual) || actual != value)
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameBody(Fixture fixture, JsonElement? body) =>
        fixture.RequestBody is { } expected ? body is { } given && JsonElement.DeepEquals(expected, given) : body is null;

    private sealed record Candidate(Fixture Fixture)
    {
        public IReadOnlyDictionary<string, string> Filter { get; } = Fixture.Query
            .Where(pair => pair.Key is not (PagingParameters.Page or PagingParameters.Size))
            .ToDictionary(StringComparer.Ordinal);

        public bool HasEntries { get; } =
            Fixture.Answer.Json is { } body && JsonPointer.Find(body, "/data/contents") is { ValueKind: JsonValueKind.Array } entries && entries.GetArrayLength() > 0;
    }
}
