using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;

namespace OcpConformance.Contract.Judging;

/// <summary>What tells one kind of refusal of a server from another.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="MediaType">Media type of the body.</param>
/// <param name="Code">The code of the error in the envelope; empty where there is none.</param>
internal sealed record AnswerSignature(int Status, string MediaType, string Code)
{
    /// <summary>The signature of an answer that may mean that there is no such path; null for any other answer.</summary>
    public static AnswerSignature? OfMissing(ExchangeAnswer answer) =>
        answer.Status is 404 or 405 or 501 || (answer.Status == 200 && answer.MediaType == "text/html")
            ? new AnswerSignature(answer.Status, answer.MediaType, CodeOf(answer))
            : null;

    private static string CodeOf(ExchangeAnswer answer) =>
        StrictJson.Read(answer.Body).Value is { } body && JsonPointer.Find(body, "/error/code") is { } code ? code.GetRawText() : string.Empty;
}
