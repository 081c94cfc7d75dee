using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Session;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.Engine.Waivers;
using OcpConformance.MockOcp.Faults;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.Report.Model;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Safety;

namespace OcpConformance.SelfTests.Support;

/// <summary>Whole runs over real HTTP on loopback, without NUnit in between.</summary>
internal static class InProcess
{
    public const string Password = "correct horse battery staple";

    /// <summary>A run against the mock.</summary>
    public static Task<RunOutcome> MockAsync(string select, Fault? fault = null, Level level = Level.Must, int parallel = 8, IReadOnlyList<Waiver>? waivers = null, int minExercised = 0, ResultDocument? baseline = null) =>
        MockAsync([select], fault, level, parallel, waivers, minExercised, baseline);

    /// <summary>A run of several selections against the mock; <c>order</c> changes the plan before it is sent.</summary>
    public static async Task<RunOutcome> MockAsync(IReadOnlyList<string> select, Fault? fault = null, Level level = Level.Must, int parallel = 8, IReadOnlyList<Waiver>? waivers = null, int minExercised = 0, ResultDocument? baseline = null, Func<IReadOnlyList<PlannedExchange>, IReadOnlyList<PlannedExchange>>? order = null, Version? version = null)
    {
        await using var mock = await MockServer.StartAsync(Project.Contract, Project.Fixtures, new MockOptions { Password = Password, Fault = fault });
        var settings = new RunSettings { Select = select, Level = level, Parallel = parallel, Waivers = waivers ?? [], MinExercised = minExercised, Baseline = baseline, RateBudget = TimeSpan.Zero, Version = version };
        var target = RunTarget.WithBasic(TargetKind.Mock, mock.Url, mock.Options.UserName, Password) with { AccessKey = new AccessKeyCredentials(mock.Options.AccessKeyId, mock.Options.AccessKeySecret) };
        var plan = ScenarioPlanner.ForMock(Project.Contract, Project.Fixtures, settings.Select);
        return await new ConformanceRun(Project.Contract, settings, target, TimeProvider.System).ExecuteAsync(order?.Invoke(plan) ?? plan, CancellationToken.None);
    }

    /// <summary>A run against whatever listens at an address.</summary>
    public static async Task<RunOutcome> LiveAsync(Uri url, string select, RunSettings? settings = null, string? ledger = null, string password = Password, string user = "admin")
    {
        var complete = (settings ?? new RunSettings()) with { BaseUrl = url, UserName = user, Password = password, Select = [select] };
        var target = RunTarget.WithBasic(TargetKind.Live, url, user, password);
        using var folder = new TemporaryFolder();
        return await new ConformanceRun(Project.Contract, complete, target, TimeProvider.System, ledger ?? folder.File(WriteLedger.FileName))
            .ExecuteAsync(ScenarioPlanner.ForLive(Project.Contract, complete.Effects.Count > 1 ? Project.Fixtures : null, complete), CancellationToken.None);
    }

    /// <summary>Ids of the violated requirements of a run, in order.</summary>
    public static IReadOnlyList<string> Violated(RunOutcome outcome) =>
        [.. outcome.Result.Requirements.Where(requirement => requirement.Verdict == VerdictKind.Violates).Select(requirement => requirement.Id).Order(StringComparer.Ordinal)];
}
