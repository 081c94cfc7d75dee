using System.Collections;
using System.Security.Cryptography;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Requirements;
using OcpConformance.Contract.Schemas;
using OcpConformance.Engine.Concluding;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Recorded;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Session;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.MockOcp.Faults;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.Report.Output;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Safety;

namespace OcpConformance.Tests.Support;

/// <summary>The run behind all tests: prepared when NUnit looks for test cases, executed once before the first test.</summary>
internal static class Suite
{
    // High enough to throttle nothing, so that its headers are exercised.
    private const int NeverExceeded = 1_000_000;

    private const string Unfinished = "The run has not finished: it is still going on, or it was broken off; run the suite again.";

    private static readonly Lazy<Preparation> Prepared = new(PrepareOrSayWhyNot);

    /// <summary>The exchanges of the run; none where the preparation failed.</summary>
    public static IReadOnlyList<PlannedExchange> Plan => Prepared.Value.Plan;

    /// <summary>The contract; null where the preparation failed.</summary>
    public static ContractCatalog? Contract => Prepared.Value.Contract;

    /// <summary>What the run brought; null where there was none.</summary>
    public static RunOutcome? Outcome { get; private set; }

    /// <summary>What became of each exchange, by its id.</summary>
    public static IReadOnlyDictionary<string, ExchangeOutcome> Exchanges { get; private set; } = new Dictionary<string, ExchangeOutcome>();

    /// <summary>Why there was no run, or no result; null where there was.</summary>
    public static string? Problem { get; private set; }

    /// <summary>Where the result files are.</summary>
    public static string Folder { get; private set; } = string.Empty;

    /// <summary>What the run says about its target: that it is incomplete where there was no run, or its result could not be written.</summary>
    public static (string Outcome, string Reason) Conclusion =>
        Problem is { } problem ? (Vocabulary.Incomplete, problem)
        : Outcome is { Result.Conclusion: var conclusion } ? (conclusion.Outcome, conclusion.Reason)
        : (Vocabulary.Incomplete, Unfinished);

    /// <summary>Executes the run and writes its result.</summary>
    public static async Task ExecuteAsync()
    {
        var source = Prepared.Value.Source;
        Folder = source.PathOf(SettingNames.Results) ?? Path.GetFullPath(DefaultFolder());
        SuiteBundle.Withdraw(source);

        // What cannot be reported need not be done.
        if (TryWrite(() => ResultFolder.Begin(Folder, Unstarted(Unfinished), source.PathOf(SettingNames.Replay), Unwritten, OfficialAllure.Formats)))
        {
            await JudgeAsync();
        }

        var result = Outcome?.Result ?? Unstarted(Problem!);
        if (!TryWrite(() => ResultFolder.Write(Folder, result, Outcome?.Comparison, CiBuild.Read(EnvironmentVariables()), Unwritten)))
        {
            // Where there is no room for a whole result there may be room for the reason.
            result = Unstarted(Problem!);
            TryWrite(() => ResultFolder.WriteLeast(Folder, result, Unwritten));
        }

        var unpacked = SuiteBundle.Write(source, result);
        Problem ??= unpacked;
        AppendToStepSummary(result);
    }

    private static async Task JudgeAsync()
    {
        try
        {
            if (Prepared.Value is { Contract: { } contract, Settings: { } settings } preparation)
            {
                Outcome = await RunAsync(contract, settings, preparation);
                Exchanges = Outcome.Exchanges.ToDictionary(exchange => exchange.Planned.Id, StringComparer.Ordinal);
            }
            else
            {
                Problem = Prepared.Value.Problem;
            }
        }
        catch (CryptographicException exception)
        {
            Problem = $"Setting {SettingNames.TlsCa}: {exception.Message}. Write the path of a PEM file.";
        }
        catch (Exception exception) when (exception is ContractException or IOException)
        {
            Problem = exception.Message;
        }
        catch (Exception exception)
        {
            Problem = OwnError(exception);
        }
    }

    private static ResultDocument Unstarted(string reason) => UnstartedRun.Result(reason, Prepared.Value.Source, TimeProvider.System.GetLocalNow());

    private static string OwnError(Exception exception) => IsOutOfMemory(exception)
        ? $"There is not enough memory for the answers and what is made of them. Select fewer operations with {SettingNames.Select}, or allow the process more memory."
        : $"The run broke off with an error of the suite itself: {exception.GetType().Name}: {exception.Message}";

    private static bool IsOutOfMemory(Exception exception) =>
        exception is OutOfMemoryException || (exception is AggregateException several && several.InnerExceptions.Any(IsOutOfMemory)) || (exception.InnerException is { } inner && IsOutOfMemory(inner));

    private static async Task<RunOutcome> RunAsync(ContractCatalog contract, RunSettings settings, Preparation preparation)
    {
        if (preparation.Traffic is { } traffic)
        {
            return new RecordedRun(contract, settings, TimeProvider.System).Execute(traffic);
        }

        await using var mock = settings.IsMock ? await StartMockAsync(contract, preparation.Fixtures!, settings) : null;
        return await new ConformanceRun(contract, settings, Target(settings, mock), TimeProvider.System, Path.Combine(Folder, WriteLedger.FileName)).ExecuteAsync(preparation.Plan, CancellationToken.None);
    }

    // Both ways to authenticate are tried where both are known; the setting says which of them the other requests use.
    private static RunTarget Target(RunSettings settings, MockServer? mock) => mock is null ? RunTarget.OfSettings(settings) : new(TargetKind.Mock, mock.Url)
    {
        Basic = new BasicCredentials(mock.Options.UserName, mock.Options.Password),
        AccessKey = new AccessKeyCredentials(mock.Options.AccessKeyId, mock.Options.AccessKeySecret),
        Signs = settings.UsesAccessKey,
    };

    private static IReadOnlyCollection<string> Unwritten => [.. OfficialAllure.Formats, .. ReportFormats.LeftOut(Prepared.Value.Settings?.Formats)];

    private static bool TryWrite(Action write)
    {
        try
        {
            write();
            return true;
        }

        // The last is what .NET makes of a file that is larger than the system allows.
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            Problem = $"Setting {SettingNames.Results}: the result cannot be written: {exception.Message} Name a folder that can be written to.";
            return false;
        }
        catch (Exception exception)
        {
            Problem = OwnError(exception);
            return false;
        }
    }

    private static void AppendToStepSummary(ResultDocument result)
    {
        var file = EnvironmentVariables().GetValueOrDefault(StepSummary.Variable, string.Empty);
        try
        {
            if (file.Length > 0)
            {
                StepSummary.Append(file, result);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Problem ??= $"{StepSummary.Variable}: the summary cannot be written: {exception.Message} Unset the variable, or name a file that can be written to.";
        }
    }

    private static string DefaultFolder() =>
        Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "TestResults", "conformance");

    private static Task<MockServer> StartMockAsync(ContractCatalog contract, FixtureCatalog fixtures, RunSettings settings) =>
        MockServer.StartAsync(contract, fixtures, new MockOptions
        {
            Password = Guid.NewGuid().ToString("N"),
            RateLimit = NeverExceeded,
            Fault = settings.MockFault is { } fault ? FaultLoader.Load(contract, fault) : null,
        });

    // NUnit would report an exception once for each fixture, and no result.
    private static Preparation PrepareOrSayWhyNot()
    {
        var source = new SettingSource(EnvironmentVariables(), Parameters());
        try
        {
            return Prepare(source);
        }
        catch (Exception exception)
        {
            var problem = exception is ContractException or SettingsException or HarException ? exception.Message : OwnError(exception);
            return new Preparation(source, null, null, null, null, [], problem);
        }
    }

    private static Preparation Prepare(SettingSource source)
    {
        var contract = ContractLoader.Load(source.PathOf(SettingNames.Contract) ?? ContractRoot.Find(AppContext.BaseDirectory));
        var settings = SettingsReader.Read(source, contract);
        SuiteBundle.Check(settings);
        var traffic = settings.Replay is { } file ? RecordedTraffic.Read(contract, file, settings.Select) : null;
        var fixtures = settings.IsMock || settings.Effects.Count > 1 ? FixtureLoader.Load(contract, settings.Select) : null;
        var release = new Release(settings.Version, settings.Edition);
        if (settings.IsMock && release != Release.Newest)
        {
            // A mock is an OCP of the release that is asked for.
            fixtures = fixtures!.For(ContractLoader.Select(contract, release).Contract);
        }

        var plan = traffic?.Plan ?? (settings.IsMock
            ? ScenarioPlanner.ForMock(contract, fixtures!, settings.Select)
            : ScenarioPlanner.ForLive(contract, fixtures, settings));
        return new Preparation(source, contract, fixtures, traffic, settings, plan, null);
    }

    private static Dictionary<string, string> EnvironmentVariables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? string.Empty, StringComparer.Ordinal);

    private static Dictionary<string, string> Parameters() =>
        TestContext.Parameters.Names.ToDictionary(name => name, name => TestContext.Parameters[name] ?? string.Empty, StringComparer.Ordinal);

    private sealed record Preparation(
        SettingSource Source, ContractCatalog? Contract, FixtureCatalog? Fixtures, RecordedTraffic? Traffic, RunSettings? Settings, IReadOnlyList<PlannedExchange> Plan, string? Problem);
}
