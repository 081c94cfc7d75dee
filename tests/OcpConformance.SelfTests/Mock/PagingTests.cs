using System.Net;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mock;

public sealed class PagingTests
{
    private const string Clusters = "/api/v2/ob/clusters";
    private MockSession mock = null!;

    [OneTimeSetUp]
    public async Task Start() => mock = await MockSession.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await mock.DisposeAsync();

    [Test]
    public async Task Pages_follow_each_other_and_agree_on_totals()
    {
        var (first, second) = await TwoPagesAsync(mock);
        var (one, other) = (Ids(first), Ids(second));

        one.Should().HaveCount(2).And.NotIntersectWith(other);
        other.Should().HaveCount(2);
        Page(first).Should().Be((1, 2, 4, 2));
        Page(second).Should().Be((2, 2, 4, 2));
    }

    [Test]
    public async Task Last_page_has_what_is_left_and_the_totals_are_rounded_up()
    {
        var last = await mock.GetAsync($"{Clusters}?page=2&size=3");
        Ids(last).Should().HaveCount(1);
        Page(last).Should().Be((2, 3, 4, 2));
    }

    [TestCase("3")]
    [TestCase("2147483647")]
    [TestCase("9223372036854775807")]
    public async Task Page_behind_the_last_is_empty(string page) => (await mock.GetAsync($"{Clusters}?page={page}&size=2")).Contents.Should().BeEmpty();

    [Test]
    public async Task Size_above_the_documented_maximum_is_lowered_to_it()
    {
        var answer = await mock.GetAsync($"{Clusters}?page=1&size=2001");
        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Number("/data/page/size").Should().Be(2000);
    }

    [Test]
    public async Task Size_is_echoed_where_no_maximum_is_documented() =>
        (await mock.GetAsync("/api/v2/ob/clusters/1005/backup/task/dataBackupTasks?page=1&size=2001")).Number("/data/page/size").Should().Be(2001);

    [Test]
    public async Task Filter_is_kept_on_other_pages() =>
        (await mock.GetAsync($"{Clusters}?page=1&size=1&status=CREATING")).Contents.Should().OnlyContain(cluster => cluster.GetProperty("status").GetString() == "CREATING");

    [Test]
    public async Task Overlapping_pages_share_an_entry()
    {
        await using var faulty = await FaultyAsync("overlapping");
        var (first, second) = await TwoPagesAsync(faulty);
        Ids(second)[0].Should().Be(Ids(first)[1]);
        Page(second).Should().Be((2, 2, 4, 2));
    }

    [Test]
    public async Task Other_totals_differ_from_page_to_page()
    {
        await using var faulty = await FaultyAsync("other-totals");
        var (first, second) = await TwoPagesAsync(faulty);
        Page(first).Should().Be((1, 2, 4, 2));
        Page(second).Should().Be((2, 2, 5, 3));
    }

    [Test]
    public async Task Repeated_page_behind_the_last_has_the_entries_of_the_last()
    {
        await using var faulty = await FaultyAsync("repeats-behind-last");
        var (_, second) = await TwoPagesAsync(faulty);
        Ids(await faulty.GetAsync($"{Clusters}?page=1000000&size=2")).Should().Equal(Ids(second));
    }

    [Test]
    public async Task Ignored_page_is_the_first()
    {
        await using var faulty = await FaultyAsync("ignores-page");
        var (first, second) = await TwoPagesAsync(faulty);
        Ids(second).Should().Equal(Ids(first));
        Page(second).Should().Be((1, 2, 4, 2));
    }

    [Test]
    public async Task Unlimited_size_is_served()
    {
        await using var faulty = await FaultyAsync("unlimited");
        (await faulty.GetAsync($"{Clusters}?page=1&size=2001")).Number("/data/page/size").Should().Be(2001);
    }

    private static Task<MockSession> FaultyAsync(string paging) => MockSession.StartAsync(MockSession.Fault("success", $$"""{ "paging": "{{paging}}" }""", "cluster/query-clusters"));

    private static async Task<(MockAnswer First, MockAnswer Second)> TwoPagesAsync(MockSession session) =>
        (await session.GetAsync($"{Clusters}?page=1&size=2"), await session.GetAsync($"{Clusters}?page=2&size=2"));

    private static List<long> Ids(MockAnswer answer) => [.. answer.Contents.Select(entry => entry.GetProperty("id").GetInt64())];

    private static (long Number, long Size, long Elements, long Pages) Page(MockAnswer answer) =>
        (answer.Number("/data/page/number"), answer.Number("/data/page/size"), answer.Number("/data/page/totalElements"), answer.Number("/data/page/totalPages"));
}
