using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Fixtures;
using OcpConformance.MockOcp.Messages;

namespace OcpConformance.MockOcp.Operations;

/// <summary>Every fixture answers the request that it has itself, word for word.</summary>
internal sealed class FixtureAnswers : IAnswerSource
{
    /// <inheritdoc />
    public Fixture? Choose(ServedOperation asked, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string> query, JsonElement? body) =>
        asked.Fixtures.Choose(values, query, body);

    /// <inheritdoc />
    public Action<JsonObject>? Fill(ServedOperation asked, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string> query) => null;

    /// <inheritdoc />
    public void Settle(ServedOperation shows, ServedOperation create, IReadOnlyDictionary<string, string> values, JsonObject made)
    {
    }

    /// <inheritdoc />
    public string UnknownPath(IncomingRequest request) => ErrorCause.UnknownPath;
}
