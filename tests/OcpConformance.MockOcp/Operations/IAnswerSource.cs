using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Fixtures;
using OcpConformance.MockOcp.Messages;
using Values = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace OcpConformance.MockOcp.Operations;

/// <summary>Where answers to valid requests come from.</summary>
internal interface IAnswerSource
{
    /// <summary>The fixture that answers a request; null where the path names an object that there is not.</summary>
    /// <param name="asked">The operation.</param>
    /// <param name="values">Values of the path parameters.</param>
    /// <param name="query">The query.</param>
    /// <param name="body">The body; null where there is none.</param>
    Fixture? Choose(ServedOperation asked, Values values, Values query, JsonElement? body);

    /// <summary>Makes the answer of a fixture fit the request; null where it does as it is.</summary>
    /// <param name="asked">The operation.</param>
    /// <param name="values">Values of the path parameters.</param>
    /// <param name="query">The query.</param>
    Action<JsonObject>? Fill(ServedOperation asked, Values values, Values query);

    /// <summary>Makes an object that a request has just created fit what was there before.</summary>
    /// <param name="shows">An operation that shows such an object.</param>
    /// <param name="create">The operation that created it.</param>
    /// <param name="values">Values of the path parameters of that.</param>
    /// <param name="made">The object; changed in place.</param>
    void Settle(ServedOperation shows, ServedOperation create, Values values, JsonObject made);

    /// <summary>The cause for which a path is rejected that no operation has.</summary>
    string UnknownPath(IncomingRequest request);
}
