using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Recorded;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Properties;

public sealed class RecordingPropertyTests
{
    private static readonly DateTimeOffset Start = new(2024, 2, 29, 23, 59, 58, TimeSpan.FromHours(8));

    private static readonly Gen<HeaderResult> Header =
        from name in Gen.Elements("Content-Type", "X-One", "x-one", "Location", "RateLimit-Limit")
        from value in Generators.Text(0, 10)
        select new HeaderResult(name, value);

    private static readonly Gen<AnswerResult> Answer =
        from status in Gen.Elements(200, 204, 302, 401, 404, 429, 500, 599)
        from count in Gen.Choose(0, 4)
        from headers in Header.ArrayOf(count)
        from text in Generators.Text(1, 40)
        from form in Gen.Choose(0, 2)
        select new AnswerResult(status, headers, form == 0 ? text : null, form == 1 ? Convert.ToBase64String([0xFF, .. Encoding.UTF8.GetBytes(text)]) : null);

    private static readonly Gen<ExchangeResult> Exchange =
        from id in Generators.Text(1, 10)
        from scenario in Gen.Elements("nominal", "without-credentials", "unknown-id", "malformed-id")
        from setting in Gen.Elements(null, "OCP_CLUSTER_ID")
        from cluster in Generators.Text(1, 6)
        from body in Gen.Elements(null, string.Empty, "{\"a\":1}", "\u96c6")
        from headers in Header.ArrayOf(2)
        from answer in Answer
        from ticks in Gen.Choose(0, int.MaxValue)
        from milliseconds in Gen.Choose(0, 10_000_000)
        from fate in Gen.Choose(0, 4)
        select new ExchangeResult
        {
            Id = id,
            Operation = "backup/query-backup-ability",
            Scenario = scenario,
            Setting = fate == 0 ? null : setting,
            Blocked = fate == 0 ? Message.Verbatim($"because {cluster}") : null,
            Request = fate == 0 ? null : new RequestResult("GET", new Uri($"http://ocp.example.com/api/v2/ob/clusters/c{Uri.EscapeDataString(cluster)}/backup/ability").AbsoluteUri, headers, body),
            Answer = fate < 2 ? null : answer,
            Failure = fate == 1 ? Message.Verbatim($"no answer {cluster}") : null,
            StartedAt = fate == 0 ? null : Start.AddTicks(ticks),
            ElapsedMs = fate == 0 ? null : milliseconds / 1000.0,
        };

    [Test]
    public void Recording_of_a_run_holds_the_same_exchanges_when_it_is_read_again() =>
        Property.Holds(Gen.Choose(1, 4).SelectMany(count => Exchange.ArrayOf(count)), exchanges =>
        {
            var written = exchanges.DistinctBy(exchange => exchange.Id).ToList();
            Texts(ReadAgain(written)).Should().Equal(Texts(written));
        });

    private static IReadOnlyList<ExchangeResult> ReadAgain(IReadOnlyList<ExchangeResult> exchanges)
    {
        var nothing = new SettingSource(new Dictionary<string, string>(), new Dictionary<string, string>());
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.har");
        File.WriteAllBytes(file, HarReport.Write(UnstartedRun.Result("none", nothing, Start) with { Exchanges = exchanges }));
        try
        {
            var settings = new RunSettings { Replay = file };
            return new RecordedRun(Project.Contract, settings, TimeProvider.System).Execute(RecordedTraffic.Read(Project.Contract, file, settings.Select)).Result.Exchanges;
        }
        finally
        {
            File.Delete(file);
        }
    }

    // What judging adds is no part of a recording.
    private static IEnumerable<string> Texts(IEnumerable<ExchangeResult> exchanges) =>
        exchanges.Select(exchange => JsonSerializer.Serialize(exchange with { Curl = null, UndocumentedMembers = null, UndocumentedValues = null, Judged = null, Unexercised = null })).Order(StringComparer.Ordinal);
}
