using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Settings;
using OcpConformance.MockOcp.Faults;
using OcpConformance.Report.Model;

namespace OcpConformance.SelfTests.Support;

/// <summary>A result of each sort: two of real runs, and what waivers, levels and blocked requirements make of the second.</summary>
internal sealed class SampleResults
{
    public const string Operation = "backup/query-backup-ability";
    public const string Violated = "backup/query-backup-ability#/data/backupMode:enum";

    private SampleResults(ResultDocument green, ResultDocument red)
    {
        Green = green;
        Red = red;
    }

    public static WaiverInfo Waiver { get; } = new("backup/*", "fixed in the next release", "team-backup", "https://tracker.example.com/OCP-17", new DateOnly(2031, 3, 31));

    public ResultDocument Green { get; }

    public ResultDocument Red { get; }

    /// <summary>The violation is of level should, which does not count.</summary>
    public ResultDocument Warned => Change(
        requirement => requirement with { Level = Level.Should },
        Red.Totals with { MustViolations = 0, ShouldViolations = 1 },
        ConclusionKind.Conformant);

    /// <summary>The violation is of level should, which counts.</summary>
    public ResultDocument Strict => Warned with { Conclusion = new ConclusionInfo(ConclusionKind.NonConformant, Message.Verbatim("1 requirement is violated."), Level.Should) };

    public ResultDocument Waived => Change(
        requirement => requirement with
        {
            Verdict = VerdictKind.Waived,
            Waiver = Waiver,
            Evidence = [.. requirement.Evidence.Select(evidence => evidence with { Verdict = VerdictKind.Waived })],
        },
        Red.Totals with { MustViolations = 0, Waived = 1 },
        ConclusionKind.Conformant);

    public ResultDocument Blocked => Change(
        requirement => requirement with { Verdict = VerdictKind.Blocked, Reason = Message.Verbatim("no permission | <none>"), Evidence = [new(requirement.Evidence[0].Exchange, VerdictKind.Blocked, null, null)] },
        Red.Totals with { MustViolations = 0, Blocked = Red.Totals.Blocked + 1 },
        ConclusionKind.Conformant);

    public static ResultDocument Incomplete => UnstartedRun.Result(
        "Setting OCP_X: no.", new SettingSource(new Dictionary<string, string>(), new Dictionary<string, string>()), Accepted.Start);

    public static async Task<SampleResults> RunAsync() => new(
        (await InProcess.MockAsync(Operation)).Result,
        (await InProcess.MockAsync(Operation, FaultLoader.Load(Project.Contract, "foreign-backup-mode"))).Result);

    public IReadOnlyDictionary<string, ResultDocument> All() => new Dictionary<string, ResultDocument>
    {
        ["green"] = Green,
        ["red"] = Red,
        ["warned"] = Warned,
        ["strict"] = Strict,
        ["waived"] = Waived,
        ["blocked"] = Blocked,
        ["incomplete"] = Incomplete,
    };

    private ResultDocument Change(Func<RequirementResult, RequirementResult> change, Totals totals, ConclusionKind outcome) => Red with
    {
        Requirements = [.. Red.Requirements.Select(requirement => requirement.Id == Violated ? change(requirement) : requirement)],
        Totals = totals,
        Conclusion = new ConclusionInfo(outcome, Message.Verbatim("as the sample says."), Level.Must),
    };
}
