using OcpConformance.Contract.Judging;

namespace OcpConformance.Report.Model;

/// <summary>Checks what a result says of itself, beyond the form of its members.</summary>
internal static class ResultCheck
{
    private const string Remedy = "Take the file as a run of this suite wrote it, unchanged";

    /// <summary>Checks a result.</summary>
    /// <exception cref="ResultException">Two of its statements contradict each other.</exception>
    public static void Check(ResultDocument result, string file)
    {
        var exchanges = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, exchange) in result.Exchanges.Index())
        {
            Demand(exchanges.Add(exchange.Id), $"/exchanges/{index}/id", $"there is another exchange '{exchange.Id}'");
            Demand(exchange.Request is null || exchange is { StartedAt: not null, ElapsedMs: not null }, $"/exchanges/{index}", "it was sent, but startedAt or elapsedMs is missing");
        }

        var requirements = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, requirement) in result.Requirements.Index())
        {
            Demand(requirements.Add(requirement.Id), $"/requirements/{index}/id", $"there is another requirement '{requirement.Id}'");
            Demand(requirement.Verdict != VerdictKind.Violates || requirement.Evidence.Count > 0, $"/requirements/{index}/evidence", "it is violated, but nothing shows that");
            foreach (var evidence in requirement.Evidence)
            {
                Demand(exchanges.Contains(evidence.Exchange), $"/requirements/{index}/evidence", $"there is no exchange '{evidence.Exchange}'");
            }
        }

        Demand(result.Totals == Tally.Count(result.Requirements, result.Totals.Exchanges), "/totals", "they are not the counts of the requirements");

        void Demand(bool holds, string place, string problem)
        {
            if (!holds)
            {
                throw new ResultException(file, place, problem, Remedy);
            }
        }
    }
}
