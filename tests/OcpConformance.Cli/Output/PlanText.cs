using System.Globalization;
using System.Text;
using OcpConformance.Engine.Planning;

namespace OcpConformance.Cli.Output;

/// <summary>What a run would send, by operation.</summary>
internal static class PlanText
{
    /// <summary>Lists each operation with its request, and below it the ways in which it would be called or why it would not.</summary>
    public static string Of(IReadOnlyList<PlannedExchange> plan)
    {
        var text = new StringBuilder();
        foreach (var operation in plan.GroupBy(planned => planned.Operation.Id, StringComparer.Ordinal))
        {
            var first = operation.First().Operation;
            text.AppendLine(CultureInfo.InvariantCulture, $"{operation.Key}  {first.Method} {first.Path}");
            foreach (var reason in operation.Where(planned => planned.Blocked is not null).GroupBy(planned => planned.Blocked))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  not sent: {reason.Key}");
            }

            var sent = operation.Where(planned => planned.Blocked is null).GroupBy(planned => planned.Scenario.Name, StringComparer.Ordinal).ToList();
            if (sent.Count > 0)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {string.Join(", ", sent.Select(Times))}");
            }
        }

        var sendable = plan.Count(planned => planned.Blocked is null);
        var operations = plan.Where(planned => planned.Blocked is null).Select(planned => planned.Operation.Id).Distinct(StringComparer.Ordinal).Count();
        return text.AppendLine(CultureInfo.InvariantCulture, $"{sendable} requests for {operations} operations would be sent, and what a run asks before them: whether the target is there and lets the user in, its release, and ids that no setting gives.").ToString();
    }

    private static string Times(IGrouping<string, PlannedExchange> scenario) =>
        scenario.Count() == 1 ? scenario.Key : string.Create(CultureInfo.InvariantCulture, $"{scenario.Key} ({scenario.Count()} times)");
}
