using System.Text.Json;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Judging;

/// <summary>Judges the named rules of an operation. A rule is blocked where a place that it reads is at fault already.</summary>
internal static class RuleJudge
{
    public static void Judge(Exchange exchange, JsonElement body, VerdictCollector book)
    {
        foreach (var (requirement, check) in exchange.Operation.Rules)
        {
            if (check.Places.Select(book.ViolatedAt).FirstOrDefault(owner => owner is not null) is { } owner)
            {
                book.Block(requirement, Message.Of("rests-on-violated", owner.Id));
                continue;
            }

            var outcome = check.Decide(body, exchange.Parameters);
            if (outcome.NotExercised is { } reason)
            {
                book.NotExercised(requirement, reason);
                continue;
            }

            book.Conform(requirement);
            foreach (var (place, actual) in outcome.Violations)
            {
                book.Violate(requirement, place, actual);
            }
        }
    }
}
