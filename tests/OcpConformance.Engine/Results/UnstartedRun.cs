using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Model;
using OcpConformance.Transport.Redaction;

namespace OcpConformance.Engine.Results;

/// <summary>The result of a run that could not start, so that no older result is taken for it.</summary>
public static class UnstartedRun
{
    /// <summary>Makes the result of a run whose settings, or whose files, are wrong.</summary>
    /// <param name="problem">What is wrong and what to do, in a sentence.</param>
    /// <param name="source">The settings as they were given; the problem may lie in them.</param>
    /// <param name="now">The time.</param>
    public static ResultDocument Result(string problem, SettingSource source, DateTimeOffset now) => Result(Message.Of("input-refused", problem), source, now);

    /// <summary>Makes the result.</summary>
    /// <param name="problem">Why the run could not start, or did not end.</param>
    /// <param name="source">The settings as they were given; the problem may lie in them.</param>
    /// <param name="now">The time.</param>
    public static ResultDocument Result(Message problem, SettingSource source, DateTimeOffset now)
    {
        var redactor = new Redactor(SettingTable.General.Where(definition => definition.Secret && source[definition.Name] is { Length: >= Redactor.LeastLength }).Select(definition => source[definition.Name]!));
        return new()
        {
            Suite = ResultBuilder.Suite(),
            Contract = new ContractInfo(string.Empty, 0, null, Message.Of("version-unknown"), "enterprise", null),
            Target = new TargetInfo("unknown", string.Empty),
            Settings = SettingTable.General
                .Where(definition => definition.Name != SettingNames.BaseUrl && source[definition.Name] is not null)
                .ToDictionary(definition => definition.Name, definition => definition.Secret ? "(set)" : redactor.Redact(source[definition.Name]!), StringComparer.Ordinal),
            StartedAt = now,
            DurationMs = 0,
            Conclusion = new ConclusionInfo(ConclusionKind.Incomplete, problem.Select(redactor.Redact), Level.Must),
            Totals = new Totals(0, 0, 0, 0, 0, 0, 0, 0),
            Coverage = CoverageInfo.None,
            Requirements = [],
            Exchanges = [],
        };
    }
}
