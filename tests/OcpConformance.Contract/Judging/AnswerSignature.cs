using OcpConformance.Contract.Catalog;
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
            ? Of(answer)
            : null;

    /// <summary>The signature of any answer.</summary>
    public static AnswerSignature Of(ExchangeAnswer answer) => new(answer.Status, answer.MediaType, CodeOf(answer));

    /// <summary>
    /// Whether both are the same kind of refusal. Where an operation answers without envelope its request accepts other
    /// media types, and a server may write the same refusal in another one.
    /// </summary>
    /// <param name="other">The other refusal.</param>
    /// <param name="operation">The operation that was refused with this one.</param>
    public bool IsLike(AnswerSignature other, Operation operation) =>
        this == other || (operation.Shape == AnswerShape.Bare && Status == other.Status && MediaType != other.MediaType);

    private static string CodeOf(ExchangeAnswer answer) =>
        StrictJson.Read(answer.Body).Value is { } body && JsonPointer.Find(body, "/error/code") is { } code ? code.GetRawText() : string.Empty;
}
