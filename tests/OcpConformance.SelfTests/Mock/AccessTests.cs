using System.Globalization;
using System.Net;
using System.Text;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Signing;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mock;

public sealed class AccessTests
{
    private const string Key = "conformance-key";
    private const string Target = "/api/v2/ob/clusters?page=1&size=10";

    private static readonly Dictionary<string, Func<string, (string? Authorization, string? Date)>> Requests = new()
    {
        [RefusedCaller.WrongPassword] = _ => (Basic("conformance:wrong"), null),
        [RefusedCaller.EmptyPassword] = _ => (Basic("conformance:"), null),
        [RefusedCaller.NonAsciiPassword] = _ => (Basic("conformance:密码"), null),
        [RefusedCaller.UnknownUser] = _ => (Basic($"nobody:{MockSession.Password}"), null),
        [RefusedCaller.MalformedHeader] = _ => ("Basic %not-base64%", null),
        [RefusedCaller.AlteredBody] = host => Signed(host, body: string.Empty),
        [RefusedCaller.AlteredQuery] = host => Signed(host, target: "/api/v2/ob/clusters"),
        [RefusedCaller.WrongSecret] = host => Signed(host, secret: "wrong"),
        [RefusedCaller.UnknownKey] = host => Signed(host, key: "nobody"),
        [RefusedCaller.DateEarly] = host => Signed(host, minutes: -16),
        [RefusedCaller.DateLate] = host => Signed(host, minutes: 16),
        [RefusedCaller.WithoutDate] = host => Signed(host, minutes: null),
        [RefusedCaller.WrongAlgorithm] = host => Signed(host, scheme: "OCP-ACCESS-KEY-HMACSHA256"),
        [RefusedCaller.LowerCaseAlgorithm] = host => Signed(host, scheme: "ocp-access-key-hmacsha1"),
        [RefusedCaller.ReplayedMethod] = host => Signed(host, method: "POST"),
    };

    private static IEnumerable<string> Names => Requests.Keys;

    [TestCaseSource(nameof(Names))]
    public async Task Fault_admits_its_own_caller_and_no_other(string name)
    {
        await using var mock = await MockSession.StartAsync(MockSession.Fault("wrong-credentials", $$"""{ "admits": ["{{name}}"] }"""));
        var admitted = new List<string>();
        foreach (var (caller, make) in Requests)
        {
            if (await SendAsync(mock, make) == HttpStatusCode.OK)
            {
                admitted.Add(caller);
            }
        }

        admitted.Should().Equal(name);
    }

    [Test]
    public async Task Correct_gate_refuses_all_and_says_why()
    {
        await using var mock = await MockSession.StartAsync();
        foreach (var (caller, make) in Requests)
        {
            (await SendAsync(mock, make)).Should().Be(HttpStatusCode.Unauthorized, caller);
        }

        (await SendAsync(mock, host => Signed(host))).Should().Be(HttpStatusCode.OK);
        (await SendAsync(mock, _ => (null, null))).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task Two_defects_at_once_are_refused_whatever_a_fault_admits()
    {
        await using var mock = await MockSession.StartAsync(MockSession.Fault("wrong-credentials", """{ "admits": ["signed-unknown-key", "signed-wrong-secret", "signed-date-early", "no-such-user"] }"""));
        (await SendAsync(mock, host => Signed(host, key: "nobody", secret: "wrong"))).Should().Be(HttpStatusCode.Unauthorized);
        (await SendAsync(mock, host => Signed(host, key: "nobody", minutes: -16))).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task Fault_of_one_operation_admits_nobody_to_another()
    {
        await using var mock = await MockSession.StartAsync(MockSession.Fault("wrong-credentials", """{ "admits": ["wrong-password"] }""", "host/query-regions"));
        (await SendAsync(mock, Requests[RefusedCaller.WrongPassword])).Should().Be(HttpStatusCode.Unauthorized);
        (await SendAsync(mock, Requests[RefusedCaller.WrongPassword], "/api/v2/compute/regions")).Should().Be(HttpStatusCode.OK);
    }

    // Every request is a GET with a body, so that one and the same can be altered in each way.
    private static async Task<HttpStatusCode> SendAsync(MockSession mock, Func<string, (string? Authorization, string? Date)> make, string target = Target)
    {
        using var client = new HttpClient { BaseAddress = mock.Server.Url };
        using var request = new HttpRequestMessage(HttpMethod.Get, target) { Content = new ByteArrayContent("{}"u8.ToArray()) };
        var (authorization, date) = make(mock.Server.Url.Authority);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.TryAddWithoutValidation("Date", date);
        return (await client.SendAsync(request)).StatusCode;
    }

    private static string Basic(string credentials) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))}";

    private static (string? Authorization, string? Date) Signed(
        string host, string method = "GET", string target = Target, string body = "{}", string key = Key, string secret = MockSession.Password, int? minutes = 0, string scheme = SignedMessage.Scheme)
    {
        var date = minutes is { } off ? TimeProvider.System.GetUtcNow().AddMinutes(off).ToString("R", CultureInfo.InvariantCulture) : null;
        var message = SignedMessage.Of(method, target, host, date is null ? [] : [new Header("Date", date)], Encoding.UTF8.GetBytes(body));
        return ($"{scheme} {key}:{SignedMessage.Sign(message, secret)}", date);
    }
}
