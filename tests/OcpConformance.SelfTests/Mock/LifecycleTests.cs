using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Judging;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mock;

public sealed class LifecycleTests
{
    private MockSession mock = null!;

    private static IEnumerable<string> Kinds => Project.Contract.Lifecycles.Objects.Select(lifecycle => lifecycle.Kind);

    [SetUp]
    public async Task Start() => mock = await MockSession.StartAsync();

    [TearDown]
    public async Task Stop() => await mock.DisposeAsync();

    [TestCaseSource(nameof(Kinds))]
    public async Task Object_is_there_from_its_creation_to_its_deletion(string kind)
    {
        var lifecycle = Lifecycle(kind);
        var (values, entry) = await CreateAsync(lifecycle, "conformance_one");
        var read = await CallAsync(lifecycle.Read ?? lifecycle.List!, values);
        read.Status.Should().Be(HttpStatusCode.OK);
        entry?.GetRawText().Should().Contain("conformance_one");

        (await CallAsync(lifecycle.Delete, values)).Status.Should().Be(HttpStatusCode.OK);

        (await ShownAsync(lifecycle, values)).Should().BeFalse();
        (await CallAsync(lifecycle.Delete, values)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [TestCaseSource(nameof(Kinds))]
    public async Task Object_that_is_created_again_is_there_again(string kind)
    {
        var lifecycle = Lifecycle(kind);
        await CallAsync(lifecycle.Delete, (await CreateAsync(lifecycle, "conformance_one")).Values);
        var (values, _) = await CreateAsync(lifecycle, "conformance_one");
        (await ShownAsync(lifecycle, values)).Should().BeTrue();
    }

    [TestCaseSource(nameof(Kinds))]
    public async Task Answers_about_an_object_hold_to_the_contract(string kind)
    {
        var lifecycle = Lifecycle(kind);
        var (values, _) = await CreateAsync(lifecycle, "conformance_one");
        var judge = new Judge(Project.Contract, new JudgeOptions(), []);
        foreach (var id in new[] { lifecycle.Read, lifecycle.List, lifecycle.Delete }.OfType<string>())
        {
            var judged = judge.Examine(await ExchangeAsync(Project.Contract[id], values));
            judged.Verdicts.Where(verdict => verdict.Kind == VerdictKind.Violates).Select(verdict => verdict.Requirement.Id).Should().BeEmpty();
        }
    }

    [Test]
    public async Task Created_object_has_what_the_request_brought_and_an_id_of_its_own()
    {
        var first = await mock.SendAsync(HttpMethod.Post, "/api/v2/compute/idcs", """{"name":"idc-one","description":"first","regionId":17}""");
        var second = await mock.SendAsync(HttpMethod.Post, "/api/v2/compute/idcs", """{"name":"idc-two","regionId":5}""");

        first.Number("/data/id").Should().NotBe(second.Number("/data/id"));
        var read = await mock.GetAsync($"/api/v2/compute/idcs/{first.Number("/data/id")}");
        read.At("/data")!.Value.GetRawText().Should().Be(first.At("/data")!.Value.GetRawText()).And.Contain("idc-one").And.Contain("first");
    }

    [Test]
    public async Task List_counts_what_was_created_and_is_served_in_pages()
    {
        await mock.SendAsync(HttpMethod.Post, "/api/v2/compute/regions", """{"name":"region-one"}""");
        await mock.SendAsync(HttpMethod.Post, "/api/v2/compute/regions", """{"name":"region-two"}""");
        var last = await mock.GetAsync("/api/v2/compute/regions?page=2&size=3");

        last.Number("/data/page/totalElements").Should().Be(4);
        last.Contents.Should().ContainSingle().Which.GetProperty("name").GetString().Should().Be("region-two");
    }

    [Test]
    public async Task Fixture_is_deleted_however_often_and_stays()
    {
        var fixture = Project.Fixtures.Of(Project.Contract["host/delete-region"]).First();
        for (var i = 0; i < 3; i++)
        {
            (await CallAsync("host/delete-region", fixture.PathValues)).Status.Should().Be(HttpStatusCode.OK);
        }

        (await mock.GetAsync("/api/v2/compute/regions/8")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task List_with_a_filter_or_an_order_is_that_of_the_fixtures()
    {
        var before = await mock.GetAsync("/api/v2/compute/regions?page=1&size=20&sort=id,asc");
        await mock.SendAsync(HttpMethod.Post, "/api/v2/compute/regions", """{"name":"region-one"}""");
        (await mock.GetAsync("/api/v2/compute/regions?page=1&size=20&sort=id,asc")).At("/data")!.Value.GetRawText().Should().Be(before.At("/data")!.Value.GetRawText());
    }

    private static ObjectLifecycle Lifecycle(string kind) => Project.Contract.Lifecycles.Objects.Single(lifecycle => lifecycle.Kind == kind);

    private async Task<(IReadOnlyDictionary<string, string> Values, JsonElement? Entry)> CreateAsync(ObjectLifecycle lifecycle, string name)
    {
        var fixture = Project.Fixtures.Of(Project.Contract[lifecycle.Create]).First();
        var body = JsonNode.Parse(fixture.RequestBody!.Value.GetRawText())!;
        if (lifecycle.NameInBody is { } pointer)
        {
            JsonEdit.Set(body, pointer, name);
        }

        var values = new Dictionary<string, string>(fixture.PathValues, StringComparer.Ordinal);
        var answer = await mock.SendAsync(HttpMethod.Post, fixture.Operation.Path.Fill(values), body.ToJsonString());
        answer.Status.Should().Be(HttpStatusCode.OK);
        var entry = lifecycle.List is null ? default(JsonElement?) : (await CallAsync(lifecycle.List, values)).Contents.Single(found => JsonPointer.Find(found, lifecycle.NameInObject!)!.Value.GetString() == name);
        if (lifecycle.Parameter is { } parameter)
        {
            values[parameter] = ((lifecycle.Answer is { } place ? answer.At(place) : null) ?? JsonPointer.Find(entry!.Value, lifecycle.Member!))!.Value.ToString();
        }

        return (values, entry);
    }

    private async Task<bool> ShownAsync(ObjectLifecycle lifecycle, IReadOnlyDictionary<string, string> values)
    {
        var listed = lifecycle.List is { } list && (await CallAsync(list, values)).Contents.Any(found => JsonPointer.Find(found, lifecycle.Member!)!.Value.ToString() == values[lifecycle.Parameter!]);
        return lifecycle.Read is { } read ? (await CallAsync(read, values)).Status == HttpStatusCode.OK : listed;
    }

    private Task<MockAnswer> CallAsync(string id, IReadOnlyDictionary<string, string> values)
    {
        var operation = Project.Contract[id];
        return mock.SendAsync(new HttpMethod(operation.Method), operation.Path.Fill(values), null);
    }

    private async Task<Exchange> ExchangeAsync(Operation operation, IReadOnlyDictionary<string, string> values)
    {
        var answer = await CallAsync(operation.Id, values);
        var url = new Uri(mock.Server.Url, operation.Path.Fill(values));
        var example = Accepted.Successes(operation).First();
        var request = example.Request with { Url = url };
        return example with
        {
            Request = request,
            Parameters = RequestParameters.Of(operation, request),
            Answer = example.Answer! with { Status = (int)answer.Status, Body = System.Text.Encoding.UTF8.GetBytes(answer.Text) },
        };
    }
}
