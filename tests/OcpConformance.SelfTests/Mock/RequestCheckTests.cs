using System.Net;
using System.Text;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Fixtures;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mock;

public sealed class RequestCheckTests
{
    private const string Clusters = "/api/v2/ob/clusters";
    private const string Idcs = "/api/v2/compute/idcs";
    private MockSession mock = null!;

    [OneTimeSetUp]
    public async Task Start() => mock = await MockSession.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await mock.DisposeAsync();

    [TestCase("/api/v2/ob/clusters/1005/backup/task/dataBackupTasks?page=1", ErrorCause.MissingParameter)]
    [TestCase($"{Clusters}?page=two", ErrorCause.Malformed)]
    [TestCase($"{Clusters}?page=1.5", ErrorCause.Malformed)]
    [TestCase($"{Clusters}?page=", ErrorCause.Malformed)]
    [TestCase($"{Clusters}?page=1&page=2", ErrorCause.Malformed)]
    [TestCase($"{Clusters}?page=0", ErrorCause.OutOfRange)]
    [TestCase($"{Clusters}?page=-1", ErrorCause.OutOfRange)]
    [TestCase($"{Clusters}?size=0", ErrorCause.OutOfRange)]
    [TestCase($"{Clusters}?status=RUNNING,NOT_A_STATUS", ErrorCause.ForeignValue)]
    [TestCase($"{Clusters}?status=RUNNING&status=NOT_A_STATUS", ErrorCause.ForeignValue)]
    [TestCase($"{Clusters}?sort=noSuchMember,asc", ErrorCause.UnknownSort)]
    [TestCase($"{Clusters}?sort=name,sideways", ErrorCause.UnknownSort)]
    [TestCase("/api/v2/ob/tenants?readonly=perhaps", ErrorCause.Malformed)]
    [TestCase("/api/v2/ob/tenants?status=NORMAL&mode=NEITHER", ErrorCause.ForeignValue)]
    [TestCase("/api/v2/alarm/alarms?level=6", ErrorCause.ForeignValue)]
    [TestCase("/api/v2/alarm/alarms?activeAtStart=yesterday", ErrorCause.Malformed)]
    public async Task Query_against_the_documentation_is_rejected(string path, string cause) => (await mock.GetAsync(path)).Message.Should().Be(MessageOf(cause));

    [TestCase($"{Clusters}?status=RUNNING,CREATING")]
    [TestCase($"{Clusters}?status=RUNNING&status=CREATING")]
    [TestCase($"{Clusters}?status=")]
    [TestCase($"{Clusters}?sort=name,desc")]
    [TestCase($"{Clusters}?sort=name")]
    [TestCase($"{Clusters}?size=2001")]
    [TestCase($"{Clusters}?unheardOf=1")]
    [TestCase("/api/v2/ob/tenants?readonly=TRUE")]
    [TestCase("/api/v2/alarm/alarms?level=5")]
    public async Task Query_within_the_documentation_is_taken(string path) => (await mock.GetAsync(path)).Status.Should().Be(HttpStatusCode.OK);

    [TestCase("{\"name\":", "application/json", ErrorCause.MalformedBody)]
    [TestCase("", "application/json", ErrorCause.MalformedBody)]
    [TestCase("{\"name\":\"a\",\"name\":\"b\",\"regionId\":1}", "application/json", ErrorCause.MalformedBody)]
    [TestCase("[]", "application/json", ErrorCause.WrongBodyType)]
    [TestCase("\"text\"", "application/json", ErrorCause.WrongBodyType)]
    [TestCase("{\"name\":\"a\"}", "application/json", ErrorCause.MissingMember)]
    [TestCase("{\"name\":\"a\",\"regionId\":null}", "application/json", ErrorCause.MissingMember)]
    [TestCase("{\"name\":\"a\",\"regionId\":1}", "text/plain", ErrorCause.WrongContentType)]
    [TestCase("{\"name\":\"a\",\"regionId\":1}", "application/x-www-form-urlencoded", ErrorCause.WrongContentType)]
    public async Task Body_against_the_documentation_is_rejected(string body, string contentType, string cause) =>
        (await mock.SendAsync(HttpMethod.Post, Idcs, body, contentType)).Message.Should().Be(MessageOf(cause));

    [Test]
    public async Task Body_that_must_be_a_list_is_rejected_as_an_object_and_its_items_are_checked()
    {
        var fixture = Project.Fixtures.Of(Project.Contract["tenant/add-tenant-replica"]).First();
        var path = fixture.Operation.Path.Fill(fixture.PathValues);
        (await mock.SendAsync(HttpMethod.Post, path, "{}")).Message.Should().Be(MessageOf(ErrorCause.WrongBodyType));
        (await mock.SendAsync(HttpMethod.Post, path, "[{}]")).Message.Should().Be(MessageOf(ErrorCause.MissingMember));
        (await mock.SendAsync(HttpMethod.Post, path, fixture.RequestBody!.Value.GetRawText())).Status.Should().Be(HttpStatusCode.OK);
    }

    [TestCase(ErrorCause.MissingParameter, 400)]
    [TestCase(ErrorCause.ForeignValue, 400)]
    [TestCase(ErrorCause.OutOfRange, 400)]
    [TestCase(ErrorCause.UnknownSort, 400)]
    [TestCase(ErrorCause.MalformedBody, 400)]
    [TestCase(ErrorCause.WrongBodyType, 400)]
    [TestCase(ErrorCause.MissingMember, 400)]
    [TestCase(ErrorCause.WrongContentType, 415)]
    [TestCase(ErrorCause.MethodNotAllowed, 405)]
    [TestCase(ErrorCause.Throttled, 429)]
    public void Rejection_has_the_status_of_its_cause(string cause, int status) => Project.Fixtures.Errors[cause].Status.Should().Be(status);

    [Test]
    public async Task Error_is_an_envelope_with_a_message_of_its_own_in_each_language()
    {
        var messages = Project.Fixtures.Errors.Values.Where(error => error.Json is not null).Select(error => (MessageIn(error), error.Languages["zh-CN"]["/error/message"])).ToList();
        messages.Select(message => message.Item1).Concat(messages.Select(message => message.Item2)).Should().OnlyHaveUniqueItems();
        (await mock.GetAsync($"{Clusters}?page=0")).Json.EnumerateObject().Select(member => member.Name).Should().Equal("duration", "error", "server", "status", "successful", "timestamp", "traceId");
    }

    [Test]
    public async Task Every_fixture_is_answered_as_it_stands()
    {
        var wrong = new List<string>();
        // What reads comes first, because what writes leaves objects behind.
        foreach (var fixture in Project.Fixtures.Fixtures.OrderBy(fixture => fixture.Operation.Effect))
        {
            var target = RequestParameters.PathAndQuery(fixture.Operation.Path.Fill(fixture.PathValues), fixture.Query);
            var answer = await mock.SendAsync(new HttpMethod(fixture.Operation.Method), target, fixture.RequestBody?.GetRawText());
            if ((int)answer.Status != fixture.Answer.Status || (fixture.Operation.Method == "GET" && !SameData(fixture, answer)))
            {
                wrong.Add($"{fixture.File}: {answer.Text}");
            }
        }

        wrong.Should().BeEmpty();
    }

    private static bool SameData(Fixture fixture, MockAnswer answer) =>
        fixture.Answer.Json is not { } json ? answer.Text == Encoding.UTF8.GetString(fixture.Answer.BodyBytes())
        : !json.TryGetProperty("data", out var data) || System.Text.Json.JsonElement.DeepEquals(data, answer.Json.GetProperty("data"));

    private static string MessageOf(string cause) => MessageIn(Project.Fixtures.Errors[cause]);

    private static string MessageIn(AnswerTemplate error) => error.Json!.Value.GetProperty("error").GetProperty("message").GetString()!;
}
