using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Fixtures;
using OcpConformance.MockOcp.Messages;
using Values = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace OcpConformance.MockOcp.Operations;

/// <summary>Every fixture answers the request that it has itself, word for word.</summary>
internal sealed class FixtureAnswers : IAnswerSource
{
    /// <inheritdoc />
    public Fixture? Choose(ServedOperation asked, Values values, Values query, JsonElement? body) =>
        asked.Fixtures.Choose(values, query, body);

    /// <inheritdoc />
    public Action<JsonObject>? Fill(ServedOperation asked, Values values, Values query) => null;

    /// <inheritdoc />
    public void Settle(ServedOperation shows, ServedOperation create, Values values, JsonObject made)
    {
    }

    /// <inheritdoc />
    public string UnknownPath(IncomingRequest request) => ErrorCause.UnknownPath;
}
