using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;
using OcpConformance.Transport.Authentication;

namespace OcpConformance.Transport.Safety;

/// <summary>
/// Keeps the requests of a run that a target could count as failed logins of a user that exists at <see cref="Most"/>, those
/// under way included, because a target locks a user after some of them. A request with the given credentials takes a place
/// while it is under way, and for good where it is refused; it goes alone while nothing shows that the credentials work. A
/// request with wrong ones goes alone as well, after the right ones were seen to work, and takes a place for good.
/// </summary>
/// <param name="counts">Whether there is a user to protect; a mock has none.</param>
public sealed class LoginBudget(bool counts)
{
    /// <summary>The most requests that could count as failed logins.</summary>
    public const int Most = 3;

    private const int MostInARow = 2;

    private readonly Lock gate = new();
    private readonly HashSet<string> working = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> refusedInARow = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Message> closed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> doubtful = new(StringComparer.Ordinal);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? first;
    private Message? end;
    private int spent;
    private int underWay;

    /// <summary>Why requests with the credentials that came first are not sent any more; null while they are.</summary>
    public Message? Stopped
    {
        get
        {
            lock (gate)
            {
                return first is null ? null : closed.GetValueOrDefault(first);
            }
        }
    }

    /// <summary>Waits until a request may be sent; <see cref="Leave"/> must follow.</summary>
    /// <param name="attempt">What it logs in with; null where it names no user that exists.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    /// <returns>Whether the request must reach the target at most once, because each time could count.</returns>
    /// <exception cref="SafetyException">It may not be sent.</exception>
    /// <exception cref="OperationCanceledException">The request was given up.</exception>
    public async Task<bool> EnterAsync(LoginAttempt? attempt, CancellationToken cancellationToken)
    {
        while (counts)
        {
            Task change;
            lock (gate)
            {
                if (WhyNot(attempt) is { } reason)
                {
                    throw new SafetyException(reason);
                }

                if (attempt is null)
                {
                    return false;
                }

                first ??= attempt.Account;
                var alone = !attempt.IsValid
                    || !working.Contains(attempt.Account)
                    || refusedInARow.GetValueOrDefault(attempt.Account) > 0;
                if (alone ? underWay == 0 : Counted + underWay < Most)
                {
                    underWay++;
                    return alone;
                }

                change = changed.Task;
            }

            await change.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return false;
    }

    /// <summary>Takes note of what came of a request.</summary>
    /// <param name="attempt">What it logged in with.</param>
    /// <param name="answer">The answer; null where none came.</param>
    /// <param name="reached">Whether the target may have seen the request.</param>
    public void Leave(LoginAttempt? attempt, ExchangeAnswer? answer, bool reached)
    {
        if (!counts || attempt is null)
        {
            return;
        }

        lock (gate)
        {
            underWay--;
            if (reached)
            {
                Note(attempt, answer);
            }

            changed.SetResult();
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private int Counted => spent + doubtful.Values.Sum();

    private Message? WhyNot(LoginAttempt? attempt) =>
        end is not null || attempt is null ? end
        : closed.TryGetValue(attempt.Account, out var reason) ? reason
        : Counted >= Most
            ? Message.Of("logins-used-up", Most)
        : !attempt.IsValid && !working.Contains(attempt.Account)
            ? Message.Of("right-login-not-seen", Message.Of(attempt.Account))
        : null;

    private void Note(LoginAttempt attempt, ExchangeAnswer? answer)
    {
        if (!attempt.IsValid)
        {
            spent++;
        }
        else if (answer is not null && LoginAnswer.IsRefusal(answer))
        {
            spent++;
            Refuse(attempt.Account);
        }
        else if (answer is not null && LoginAnswer.IsAcceptance(answer))
        {
            refusedInARow[attempt.Account] = 0;
            working.Add(attempt.Account);

            // The same credentials were right before, too.
            doubtful.Remove(attempt.Account);
        }
        else if (!working.Contains(attempt.Account))
        {
            doubtful[attempt.Account] = doubtful.GetValueOrDefault(attempt.Account) + 1;
            if (Counted >= Most)
            {
                Close(attempt.Account, Message.Of("login-unclear", Message.Of(attempt.Account)));
            }
        }
    }

    private void Refuse(string account)
    {
        var inARow = refusedInARow[account] = refusedInARow.GetValueOrDefault(account) + 1;
        if (!working.Contains(account))
        {
            Close(account, Message.Of("login-refused", Message.Of(account)));
        }
        else if (inARow >= MostInARow)
        {
            Close(account, Message.Of("login-refused-in-a-row", Message.Of(account), inARow));
            end = account == first ? closed[account] : end;
        }
        else if (spent >= Most)
        {
            Close(account, Message.Of("login-refused-at-times", Message.Of(account)));
        }
    }

    private void Close(string account, Message reason) => closed[account] = Message.Of("could-lock", reason);
}
