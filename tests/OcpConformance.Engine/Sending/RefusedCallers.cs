using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Targets;

namespace OcpConformance.Engine.Sending;

/// <summary>
/// Sends the requests of callers who must be refused, one after the other. Between those that a target could count as failed
/// logins of a user the right credentials are used once, so that no row of them comes about.
/// </summary>
/// <param name="sender">Sends.</param>
/// <param name="target">The target.</param>
/// <param name="contact">Uses the right credentials.</param>
internal sealed class RefusedCallers(ExchangeSender sender, RunTarget target, FirstContact contact)
{
    /// <summary>Sends a plan, the most telling callers first, because not all of them may be sent to a live target.</summary>
    /// <returns>What became of each; an attempt that was throttled stands before its exchange.</returns>
    public async Task<IReadOnlyList<SentExchange>> SendAsync(IReadOnlyList<PlannedExchange> plan, CancellationToken cancellationToken)
    {
        var sent = new List<SentExchange>(plan.Count);
        (string Account, string Name)? counted = null;
        foreach (var planned in plan.OrderBy(planned => RefusedCaller.Rank(planned.Scenario.Detail!)).ThenBy(planned => planned.Position))
        {
            var login = CallerCredentials.For(target, planned.Operation, planned.Scenario).Credentials?.Login;
            if (login is not null && counted is var (account, name))
            {
                await contact.RepeatAsync(account, name, cancellationToken).ConfigureAwait(false);
                counted = null;
            }

            var attempts = await sender.SendInTurnAsync(planned, cancellationToken).ConfigureAwait(false);
            sent.AddRange(attempts);
            counted = login is not null && attempts[^1].Exchange is not null ? (login.Account, planned.Scenario.Name) : counted;
        }

        return sent;
    }
}
