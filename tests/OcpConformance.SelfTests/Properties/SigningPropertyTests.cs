using FsCheck;
using FsCheck.Fluent;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Signing;

namespace OcpConformance.SelfTests.Properties;

public sealed class SigningPropertyTests
{
    private const string Secret = "a-secret";

    private static readonly Gen<Request> Requests =
        from method in Gen.Elements("GET", "POST", "PUT")
        from segment in Generators.Text(1, 6)
        from names in Gen.Elements("a", "b", "a b", "\u00f6", "a%2Fb", "c+").ArrayOf(4)
        from values in Generators.Text(0, 5).ArrayOf(4)
        from own in Gen.Elements("x-ocp-a", "X-OCP-B", "x-Ocp-a").ArrayOf(3)
        from ownValues in Generators.Of("abc19", 1, 4).ArrayOf(3)
        from body in Generators.Text(1, 10)
        select new Request(method, $"/api/{Uri.EscapeDataString(segment)}", [.. names.Zip(values)], [.. own.Zip(ownValues, (name, value) => new Header(name, value))], body);

    [Test]
    public void Order_of_query_and_headers_does_not_change_the_signature() =>
        Property.Holds(
            from request in Requests
            from query in Generators.Shuffled(request.Query)
            from own in Generators.Shuffled(request.Own)
            select (request, Other: request with { Query = query, Own = own }),
            pair => pair.Other.Signature.Should().Be(pair.request.Signature));

    [Test]
    public void Other_spelling_of_the_same_query_does_not_change_the_signature() =>
        Property.Holds(Requests, request => request.SignatureOf($"{request.Path}{request.Target[request.Path.Length..].Replace("%20", "+").Replace("%2F", "%2f").Replace("~", "%7E")}").Should().Be(request.Signature));

    [Test]
    public void Change_of_anything_that_is_signed_changes_the_signature() =>
        Property.Holds(Requests.Zip(Gen.Choose(0, Changes.Length - 1)), sample =>
            Changes[sample.Item2](sample.Item1).Signature.Should().NotBe(sample.Item1.Signature));

    private static readonly Func<Request, Request>[] Changes =
    [
        request => request with { Method = "DELETE" },
        request => request with { Path = $"{request.Path}x" },
        request => request with { Query = [.. request.Query, ("a", "one more")] },
        request => request with { Query = request.Query[1..] },
        request => request with { Query = [(request.Query[0].Name, $"{request.Query[0].Value}x"), .. request.Query[1..]] },
        request => request with { Query = [($"{request.Query[0].Name}x", request.Query[0].Value), .. request.Query[1..]] },
        request => request with { Own = [.. request.Own, new Header("x-ocp-c", "1")] },
        request => request with { Own = [request.Own[0] with { Value = $"{request.Own[0].Value}x" }, .. request.Own[1..]] },
        request => request with { Body = $"{request.Body}x" },
        request => request with { Host = "other:8080" },
        request => request with { Date = "Tue, 17 Jan 2023 09:13:58 GMT" },
        request => request with { ContentType = "text/plain" },
    ];

    internal sealed record Request(string Method, string Path, (string Name, string Value)[] Query, Header[] Own, string Body)
    {
        public string Host { get; init; } = "ocp:8080";

        public string Date { get; init; } = "Tue, 17 Jan 2023 09:13:57 GMT";

        public string ContentType { get; init; } = "application/json";

        public string Target => $"{Path}?{string.Join('&', Query.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"))}";

        public string Signature => SignatureOf(Target);

        public string SignatureOf(string target) => SignedMessage.Sign(
            SignedMessage.Of(Method, target, Host, [new Header("Content-Type", ContentType), .. Own, new Header("Date", Date)], System.Text.Encoding.UTF8.GetBytes(Body)), Secret);
    }
}
