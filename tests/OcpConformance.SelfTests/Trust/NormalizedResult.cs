using System.Text.RegularExpressions;
using OcpConformance.Engine.Running;
using OcpConformance.Report.Model;

namespace OcpConformance.SelfTests.Trust;

/// <summary>A result without what differs between two runs of the same.</summary>
internal static partial class NormalizedResult
{
    /// <summary>All that may differ, in words and as what is looked for in conformance.json.</summary>
    public static IReadOnlyList<(string Member, Regex Pattern)> Differing { get; } =
    [
        ("startedAt of run and exchange, timestamp of an answer, Date: times", Time()),
        ("durationMs, elapsedMs, duration of an answer: measured times", Duration()),
        ("traceId of an answer", Trace()),
        ("Authorization of a signed request, Date of request and answer", Http()),
        ("port of the mock", Port()),
    ];

    /// <summary>The text of a result, with a name in the place of whatever differs.</summary>
    public static string Of(RunOutcome outcome) =>
        Differing.Aggregate(System.Text.Encoding.UTF8.GetString(ResultJson.Write(outcome.Result)), (text, differing) => differing.Pattern.Replace(text, "#"));

    [GeneratedRegex("""\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[^"\\]*""")]
    private static partial Regex Time();

    [GeneratedRegex("""(?<=(durationMs|elapsedMs|\\"duration\\"|\\u0022duration\\u0022)\W*)[\d.]+""")]
    private static partial Regex Duration();

    [GeneratedRegex("""(?<=traceId(\\"|\\u0022):(\\"|\\u0022))[^"\\]*""")]
    private static partial Regex Trace();

    [GeneratedRegex("""\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT""")]
    private static partial Regex Http();

    [GeneratedRegex("""127\.0\.0\.1:\d+""")]
    private static partial Regex Port();
}
