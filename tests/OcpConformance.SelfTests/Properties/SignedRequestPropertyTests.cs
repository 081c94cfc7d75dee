using FsCheck;
using FsCheck.Fluent;
using OcpConformance.Contract.Catalog;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.SelfTests.Support;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Sending;

namespace OcpConformance.SelfTests.Properties;

public sealed class SignedRequestPropertyTests
{
    private const string Secret = "mock-secret";

    private static readonly Gen<string> Queries =
        from count in Gen.Choose(1, 4)
        from names in Gen.Elements("a", "b", "a b", "\u00f6", "a/b", "c+", "%").ArrayOf(count)
        from values in Generators.Text(0, 6).ArrayOf(count)
        from form in Gen.Elements(true, false)
        select string.Join('&', names.Zip(values, (name, value) => $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value).Replace("%20", form ? "+" : "%20")}"));

    private MockServer mock = null!;

    [OneTimeSetUp]
    public async Task Start() => mock = await MockServer.StartAsync(Project.Contract, Project.Fixtures, new MockOptions { Password = "unused", AccessKeySecret = Secret });

    [OneTimeTearDown]
    public async Task Stop() => await mock.DisposeAsync();

    [Test]
    public void Signed_requests_with_any_query_are_let_in()
    {
        using var client = new TargetClient(new TargetOptions { BaseUrl = mock.Url, AllowedEffects = new HashSet<Effect>(), Guarded = true }, TimeProvider.System);
        var credentials = new AccessKeyCredentials(mock.Options.AccessKeyId, Secret);
        Property.Holds(Queries, query =>
        {
            var request = new OutgoingRequest("GET", $"/api/v2/ob/clusters/1001/backup/ability?{query}", Effect.Read, credentials);
            client.SendAsync(request, CancellationToken.None).GetAwaiter().GetResult().Answer!.Status.Should().Be(200);
        }, cases: 50);
    }
}
