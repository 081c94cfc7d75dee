using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;

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

        book.Violate(ProtocolRules.NominalSucceeds, string.Empty, Message.Of("http-answer", answer.Status, Excerpt.Of(answer.Body)));
        book.BlockRest(Message.Of("request-failed", answer.Status));
        return true;
    }

    /// <summary>Why a failure says nothing about the operation; null where it does, and for a success.</summary>
    public static Message? WhyBlocked(Exchange exchange, ExchangeAnswer answer) => answer.Status switch
    {
        401 => Message.Of("credentials-refused"),
        403 => exchange.Operation.Permission is { } permission ? Message.Of("permission-lacking-named", permission) : Message.Of("permission-lacking"),
        404 when exchange.ValueSetting is { } setting => Message.Of("object-unknown", setting),
        >= 400 when exchange.Origin == ExchangeOrigin.Recorded => Message.Of("recording-rejected", answer.Status),
        _ => null,
    };
}
