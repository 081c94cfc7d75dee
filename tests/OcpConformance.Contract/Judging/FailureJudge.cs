using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;

namespace OcpConformance.Contract.Judging;

/// <summary>Judges the failure of a request that is valid.</summary>
internal static class FailureJudge
{
    /// <summary>Judges an answer by its HTTP status alone.</summary>
    /// <returns>Whether it is a failure, so that it has nothing else to judge.</returns>
    public static bool Judge(Exchange exchange, ExchangeAnswer answer, VerdictCollector book)
    {
        if (WhyBlocked(exchange, answer) is { } reason)
        {
            book.BlockRest(reason);
            return true;
        }

        if (answer.Status < 400)
        {
            return false;
        }

        book.Violate(ProtocolRules.NominalSucceeds, string.Empty, $"HTTP {answer.Status}: {Excerpt.Of(answer.Body)}");
        book.BlockRest($"the request failed with HTTP {answer.Status}");
        return true;
    }

    /// <summary>Why a failure says nothing about the operation; null where it does, and for a success.</summary>
    public static string? WhyBlocked(Exchange exchange, ExchangeAnswer answer) => answer.Status switch
    {
        401 => "the target does not accept the credentials (HTTP 401)",
        403 => $"the caller lacks the permission (HTTP 403){(exchange.Operation.Permission is { } permission ? $": {permission}" : string.Empty)}",
        404 when exchange.ValueSetting is { } setting => $"the target does not know the object that {setting} names (HTTP 404)",
        >= 400 when exchange.Origin == ExchangeOrigin.Recorded =>
            $"the recorded request was rejected (HTTP {answer.Status}), and nothing says that it should not be",
        _ => null,
    };
}
