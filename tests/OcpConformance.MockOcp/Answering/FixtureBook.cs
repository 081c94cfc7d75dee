using System.Globalization;
using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Json;

namespace OcpConformance.MockOcp.Answering;

/// <summary>Decides what a request gets: the fixture that it asks for, or the cause of its rejection.</summary>
/// <param name="contract">The operations.</param>
/// <param name="fixtures">The fixtures.</param>
/// <param name="gate">Checks credentials.</param>
internal sealed class FixtureBook(ContractCatalog contract, FixtureCatalog fixtures, Gate gate)
{
    public Outcome Decide(IncomingRequest request)
    {
        if (contract.Find(request.Method, request.Path) is not var (operation, values))
        {
            return new Outcome(ErrorCause.UnknownPath, null, null);
        }

        if (operation.NeedsCredentials && gate.Refuse(request) is { } refusal)
        {
            return new Outcome(refusal, operation, null);
        }

        if (operation.Parameters.Any(parameter => values.TryGetValue(parameter.Name, out var value) && !HasType(parameter, value)))
        {
            return new Outcome(ErrorCause.Malformed, operation, null);
        }

        return Choose(operation, values, request) is { } fixture
            ? new Outcome(null, operation, fixture)
            : new Outcome(ErrorCause.Unknown, operation, null);
    }

    /// <summary>Any fixture of an operation, for faults that let in what should be rejected.</summary>
    public Fixture? Any(Operation operation) => fixtures.Of(operation).FirstOrDefault();

    private Fixture? Choose(Operation operation, IReadOnlyDictionary<string, string> values, IncomingRequest request)
    {
        var body = request.Body.IsEmpty ? null : StrictJson.Read(request.Body).Value;
        return fixtures.Of(operation)
            .Where(fixture => fixture.PathValues.All(pair => values.TryGetValue(pair.Key, out var value) && value == pair.Value))
            .OrderByDescending(fixture => SameQuery(fixture, request) ? fixture.Query.Count : -1)
            .ThenByDescending(fixture => SameBody(fixture, body))
            .FirstOrDefault();
    }

    private static bool SameQuery(Fixture fixture, IncomingRequest request) =>
        fixture.Query.All(pair => request.Query.TryGetValue(pair.Key, out var value) && value == pair.Value);

    private static bool SameBody(Fixture fixture, JsonElement? body) =>
        fixture.RequestBody is { } expected ? body is { } given && JsonElement.DeepEquals(expected, given) : body is null;

    private static bool HasType(Parameter parameter, string value) =>
        parameter.Type != "integer" || long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
