using System.Globalization;
using System.Text;
using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.World;

public sealed class WorldTests
{
    private static readonly Lazy<Task<WorldWalk>> Walk = new(WalkAsync);

    [Test]
    public async Task Everything_that_an_answer_shows_can_be_read()
    {
        var walk = await Walk.Value;
        walk.Answers.Should().HaveCountGreaterThan(200);
        walk.Denied.Should().BeEmpty();
    }

    [Test]
    public async Task Everything_that_a_path_can_name_is_shown()
    {
        var shown = (await Walk.Value).Sightings.SelectMany(sighting => sighting.Scope.Keys).ToHashSet();
        Project.Contract.Resources.Keys.Except(shown).Should().BeEquivalentTo(["workload-report.id"], "no list has workload reports");
    }

    [Test]
    public async Task Answers_are_conformant_at_both_levels()
    {
        var judge = new Judge(Project.Contract, new JudgeOptions(), []);
        var violations = (await Walk.Value).Answers
            .SelectMany(entry => judge.Examine(Recorded(entry.Operation, entry.Path, entry.Answer)).Verdicts)
            .Where(verdict => verdict.Kind == VerdictKind.Violates)
            .Select(verdict => verdict.Requirement.Id)
            .Distinct();
        violations.Should().BeEmpty();
    }

    [Test]
    public async Task Object_is_the_same_in_every_answer()
    {
        var different = (await Walk.Value).Sightings
            .Where(sighting => sighting.Key is not null)
            .SelectMany(sighting => sighting.Members.EnumerateObject()
                .Where(member => member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                .Select(member => (
                    Id: $"{sighting.Resource!.Name} {sighting.Key}: {member.Name}",
                    Value: Text(member.Value),
                    sighting.Path)))
            .GroupBy(entry => entry.Id)
            .Where(group => group.Select(entry => entry.Value).Distinct().Count() > 1)
            .Select(group => $"{group.Key} is {string.Join(", ", group.DistinctBy(entry => entry.Value).Select(entry => entry.Value))}");
        different.Should().BeEmpty();
    }

    [Test]
    public async Task Numbers_agree_with_what_there_is()
    {
        var sightings = (await Walk.Value).Sightings;
        var counts = (from sighting in sightings
                      where sighting.Resource is null || sighting.Key is not null
                      from resource in Project.Contract.Resources.Values
                      from name in resource.Counted
                      where sighting.Members.TryGetProperty(name, out _)
                      select (
                          sighting.Path,
                          Name: name,
                          Said: sighting.Members.GetProperty(name).GetInt32(),
                          Are: Number(sightings, resource, sighting.Scope))).ToList();
        counts.Select(count => count.Name).Distinct()
            .Should().BeEquivalentTo(Project.Contract.Resources.Values.SelectMany(resource => resource.Counted));
        counts.Where(count => count.Said != count.Are)
            .Select(count => $"{count.Name} of {count.Path} is {count.Said}, and there are {count.Are}")
            .Should().BeEmpty();
    }

    [Test]
    public async Task Reported_release_documents_everything_that_answers_show()
    {
        await using var session = await WorldMock.StartAsync();
        var info = await session.GetAsync(Project.Contract.VersionPath!);
        var reported = Version.Parse(info.At(Project.Contract.VersionPointer!)!.Value.GetString()!.Split('-')[0]);
        var newest = Project.Contract.Schemas.Files
            .Where(file => !file.Key.StartsWith("schemas/meta/", StringComparison.Ordinal))
            .SelectMany(file => Versions(file.Value))
            .Max();
        reported.Should().BeGreaterThanOrEqualTo(newest!);
    }

    private static string Text(JsonElement value) =>
        decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("G29", CultureInfo.InvariantCulture)
            : value.ToString();

    private static int Number(IEnumerable<Sighting> sightings, Resource resource, IReadOnlyDictionary<string, string> scope) => sightings
        .Where(sighting => sighting.Resource == resource && sighting.Key is not null)
        .GroupBy(sighting => sighting.Key)
        .Count(seen => seen.All(sighting => sighting.IsIn(scope)));

    private static IEnumerable<Version> Versions(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Versions),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => member.Name switch
        {
            "x-since" or "since" when member.Value.ValueKind == JsonValueKind.String => [Version.Parse(member.Value.GetString()!)],
            "x-enum-since" => member.Value.EnumerateObject().Select(since => Version.Parse(since.Value.GetString()!)),
            _ => Versions(member.Value),
        }),
        _ => [],
    };

    private static Exchange Recorded(Operation operation, string path, MockAnswer answer)
    {
        var url = new Uri($"http://example.invalid{path}");
        var request = new ExchangeRequest(operation.Method, url, [new Header(Header.AcceptLanguage, "en-US")], null);
        Header[] headers = [.. answer.Headers.Select(header => new Header(header.Key, header.Value))];
        return new Exchange
        {
            Id = path,
            Operation = operation,
            Scenario = Scenario.Nominal,
            Request = request,
            Parameters = RequestParameters.Of(operation, request),
            Answer = new ExchangeAnswer((int)answer.Status, headers, Encoding.UTF8.GetBytes(answer.Text)),
            StartedAt = DateTimeOffset.UnixEpoch,
            Elapsed = TimeSpan.Zero,
            Origin = ExchangeOrigin.Example,
        };
    }

    private static async Task<WorldWalk> WalkAsync()
    {
        await using var session = await WorldMock.StartAsync();
        var walk = new WorldWalk(Project.Contract, session);
        await walk.WalkAsync();
        return walk;
    }
}
