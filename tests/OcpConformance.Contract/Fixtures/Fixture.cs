using System.Text;
using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Contract.Fixtures;

/// <summary>An example exchange of an operation: the mock answers with it, the self-tests judge it.</summary>
public sealed record Fixture
{
    /// <summary>The language that fixtures are written in.</summary>
    public const string Language = "en-US";

    /// <summary>The operation.</summary>
    public required Operation Operation { get; init; }

    /// <summary>Name of its file, without ending.</summary>
    public required string Case { get; init; }

    /// <summary>Its file, relative to the root of the contract.</summary>
    public required string File { get; init; }

    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>Values of the path parameters.</summary>
    public required IReadOnlyDictionary<string, string> PathValues { get; init; }

    /// <summary>Values of the query parameters.</summary>
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>The request body; null where there is none.</summary>
    public JsonElement? RequestBody { get; init; }

    /// <summary>How the operation answers.</summary>
    public required AnswerTemplate Answer { get; init; }

    /// <summary>The same fixture for the operation as another release documents it.</summary>
    public Fixture With(Operation operation) => this with { Operation = operation };

    /// <summary>The exchange as if it had been recorded.</summary>
    public Exchange ToExchange()
    {
        var url = new Uri($"http://example.invalid{RequestParameters.PathAndQuery(Operation.Path.Fill(PathValues), Query)}");
        var request = new ExchangeRequest(
            Operation.Method, url, [new Header(Header.AcceptLanguage, Language)], RequestBody is { } body ? (ReadOnlyMemory<byte>?)Encoding.UTF8.GetBytes(body.GetRawText()) : null);
        return new Exchange
        {
            Id = $"{Operation.Id}/{Scenario.Nominal}/{Case}",
            Operation = Operation,
            Scenario = Scenario.Nominal,
            Request = request,
            Parameters = RequestParameters.Of(Operation, request),
            Answer = Answer.ToAnswer(),
            StartedAt = DateTimeOffset.UnixEpoch,
            Elapsed = TimeSpan.Zero,
            Origin = ExchangeOrigin.Example,
        };
    }
}
