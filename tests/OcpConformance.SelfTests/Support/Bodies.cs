using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;

namespace OcpConformance.SelfTests.Support;

/// <summary>Changes the answers of exchanges.</summary>
internal static class Bodies
{
    public static JsonNode Node(Exchange exchange) => JsonNode.Parse(exchange.Answer!.Body.Span)!;

    public static Exchange Edit(Exchange exchange, Action<JsonNode> edit)
    {
        var body = Node(exchange);
        edit(body);
        return With(exchange, body);
    }

    public static Exchange With(Exchange exchange, JsonNode? body) =>
        With(exchange, JsonSerializer.SerializeToUtf8Bytes(body, CompactJson.Options));

    public static Exchange With(Exchange exchange, string body) => With(exchange, Encoding.UTF8.GetBytes(body));

    public static Exchange With(Exchange exchange, byte[] body) => exchange with { Answer = exchange.Answer! with { Body = body } };

    public static Exchange WithStatus(Exchange exchange, int status) => exchange with { Answer = exchange.Answer! with { Status = status } };

    public static Exchange WithHeader(Exchange exchange, string name, string? value) => exchange with
    {
        Answer = exchange.Answer! with
        {
            Headers = [.. exchange.Answer.Headers.Where(header => header.Name != name), .. value is null ? Array.Empty<Header>() : [new Header(name, value)]],
        },
    };
}
