using OcpConformance.Cli.Export;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Contract.Schemas;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Recorded;
using OcpConformance.Engine.Session;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.MockOcp.Faults;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Fuzzing;

/// <summary>All kinds of files that are broken on purpose. A new kind is a new line of <see cref="All"/>.</summary>
internal static class InputKinds
{
    public const string Recording = "traffic.har";

    public const string Waivers = "waivers.json";

    private static readonly Release Older = new(new Version(4, 1, 0), Edition.Community);

    private static readonly Lazy<byte[]> RecordedRun = new(() => HarReport.Write(InProcess.MockAsync("backup/query-backup-a*").GetAwaiter().GetResult().Result));

    public static IReadOnlyList<InputKind> All { get; } =
    [
        new("operation", [SampleFiles.Page, SampleFiles.Create], typeof(ContractException), UseContract),
        new("structure", [SampleFiles.Structure], typeof(ContractException), UseContract),
        new("envelope", ["schemas/envelope/envelope.schema.json", "schemas/envelope/error.schema.json", "schemas/envelope/page.schema.json"], typeof(ContractException), UseContract),
        new("meta-schema", ["schemas/meta/operation.schema.json", "schemas/meta/structure.schema.json", "schemas/meta/fixture.schema.json"], typeof(ContractException), UseContract),
        new("resources", [SampleFiles.Resources, SampleFiles.Areas, SampleFiles.Releases], typeof(ContractException), UseContract),
        new("lifecycles", [SampleFiles.Lifecycles], typeof(ContractException), UseContract),
        new("fixture", [SampleFiles.Fixture, SampleFiles.Creation, .. ErrorCause.All.Select(cause => $"fixtures/errors/{cause}.json")], typeof(ContractException), UseContract),
        new("fault", [SampleFiles.Fault], typeof(ContractException), UseFault),
        new("recording", [Recording], typeof(HarException), Replay),
        new("waivers", [Waivers], typeof(SettingsException), root => WaiverReader.Read(Path.Combine(root, Waivers), Project.Contract, new FixedClock("2026-01-15T12:00:00Z"))),
    ];

    /// <summary>The sample with a recording and waivers beside it.</summary>
    public static TemporaryContract Sample()
    {
        var sample = SampleFiles.Write().Write(Waivers, WaiverText.File(WaiverText.One(), WaiverText.One(("version", "4.2.0-4.2.2"), ("edition", "community"), ("actual", "*SNAPSHOT*"))));
        File.WriteAllBytes(Path.Combine(sample.Root, Recording), RecordedRun.Value);
        return sample;
    }

    private static void UseContract(string root)
    {
        var contract = ContractLoader.Load(root);
        var fixtures = FixtureLoader.Load(contract);
        var judge = new Judge(contract, new JudgeOptions(), []);
        foreach (var fixture in fixtures.Fixtures)
        {
            judge.Examine(fixture.ToExchange());
        }

        fixtures.For(ContractLoader.Select(contract, Older).Contract);
        OpenApiExport.Text(contract, "0");
        Run(contract, fixtures, null);
    }

    private static void UseFault(string root)
    {
        var contract = ContractLoader.Load(root);
        var fault = FaultLoader.Load(contract, Path.Combine(root, SampleFiles.Fault));
        Run(contract, FixtureLoader.Load(contract), fault);
    }

    private static void Replay(string root)
    {
        var settings = new RunSettings { Replay = Path.Combine(root, Recording) };
        var traffic = RecordedTraffic.Read(Project.Contract, settings.Replay, settings.Select);
        HarReport.Write(new RecordedRun(Project.Contract, settings, TimeProvider.System).Execute(traffic).Result);
    }

    private static void Run(ContractCatalog contract, FixtureCatalog fixtures, Fault? fault)
    {
        var mock = MockServer.StartAsync(contract, fixtures, new MockOptions { Password = InProcess.Password, Fault = fault }).GetAwaiter().GetResult();
        try
        {
            var settings = new RunSettings { Timeout = TimeSpan.FromSeconds(2) };
            var target = RunTarget.WithBasic(TargetKind.Mock, mock.Url, mock.Options.UserName, InProcess.Password);
            new ConformanceRun(contract, settings, target, TimeProvider.System)
                .ExecuteAsync(ScenarioPlanner.ForMock(contract, fixtures, settings.Select), CancellationToken.None).GetAwaiter().GetResult();
        }
        finally
        {
            mock.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
