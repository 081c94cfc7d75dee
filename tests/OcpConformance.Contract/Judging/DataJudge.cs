using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>Judges what a successful answer shows.</summary>
/// <param name="pagingJudge">Judges pages of a list against each other.</param>
/// <param name="lifecycleJudge">Judges what is shown of an object that was created.</param>
internal sealed class DataJudge(PagingJudge pagingJudge, LifecycleJudge lifecycleJudge)
{
    private static readonly Requirement[] KeySetRules =
        [EnvelopeRules.DataOrError, EnvelopeRules.SuccessfulAgreesWithStatus, EnvelopeRules.ErrorAgreesWithSuccessful];

    /// <summary>Judges the body of an answer without envelope.</summary>
    public static void JudgeBare(Exchange exchange, ExchangeAnswer answer, VerdictCollector book)
    {
        if (BodyReader.ReadBare(exchange.Operation, answer, book) is not { } body)
        {
            book.BlockRest(Message.Of("body-not-readable"));
            return;
        }

        book.Conform(ProtocolRules.NominalSucceeds);
        if (exchange.Operation.Data is { } tree)
        {
            new SchemaWalk(book).Visit(tree.Root, body, string.Empty);
        }

        RuleJudge.Judge(exchange, body, book);
    }

    /// <summary>Judges the data in an envelope that says success.</summary>
    public void Judge(Exchange exchange, JsonElement body, VerdictCollector book)
    {
        var operation = exchange.Operation;
        var walk = new SchemaWalk(book);
        var data = JsonPointer.Find(body, "/data");
        if (body.ValueKind == JsonValueKind.Object && (data is not null || !KeySetRules.Any(book.Violates)))
        {
            walk.Presence(operation.DataPresence, body, "/data");
        }

        if (data is not { } value)
        {
            book.BlockRest(Message.Of("no-data"));
            return;
        }

        if (operation.Data is { } tree)
        {
            walk.Visit(tree.Root, value, tree.Root.Place);
        }

        if (operation.Shape == AnswerShape.Page)
        {
            PageJudge.Judge(body, book);
        }

        if (exchange.Scenario.Kind == ScenarioKind.Page)
        {
            pagingJudge.JudgePage(exchange, body, book);
        }
        else if (exchange.Scenario.Kind == ScenarioKind.Lifecycle)
        {
            lifecycleJudge.Judge(exchange, body, book);
        }

        RuleJudge.Judge(exchange, body, book);
    }
}
