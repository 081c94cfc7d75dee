using System.Text;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mutation;

/// <summary>Breaks each requirement on how an answer is made, in a success and in a rejection.</summary>
internal static class ProtocolMutants
{
    private static readonly string[] StackTraces =
    [
        "java.lang.IllegalStateException: no\n\tat com.example.ocp.Backup.ability(Backup.java:42)",
        "\tat jdk.internal.reflect.GeneratedMethodAccessor7.invoke(Unknown Source)",
        "Traceback (most recent call last):\n  File \"app.py\", line 3, in <module>",
        "goroutine 7 [running]:",
    ];

    private const string Page = "<!DOCTYPE html><html><body>Sign in</body></html>";

    public static IEnumerable<Mutant> Of(Exchange success)
    {
        var text = Encoding.UTF8.GetString(success.Answer!.Body.Span);
        yield return Make(ProtocolRules.AnswerArrives, "no answer in time", success with { Answer = null, Failure = new TransportFailure(FailureKind.Timeout, Message.Verbatim("no answer in time")) });
        yield return Make(ProtocolRules.AnswerArrives, "the connection is lost", success with { Answer = null, Failure = new TransportFailure(FailureKind.ConnectionLost, Message.Verbatim("lost")) });
        yield return Make(ProtocolRules.NoRedirect, "a redirect to a login page", Bodies.With(Bodies.WithHeader(Bodies.WithStatus(success, 302), "Location", "/login"), string.Empty));
        yield return Make(ProtocolRules.NoRedirect, "a redirect with the right body", Bodies.WithStatus(success, 307));
        yield return Make(ProtocolRules.StatusWithContent, "HTTP 204", Bodies.With(Bodies.WithStatus(success, 204), string.Empty));
        yield return Make(ProtocolRules.BodyPresent, "an empty body", Bodies.With(success, string.Empty));
        yield return Make(ProtocolRules.BodyPresent, "a body of blanks", Bodies.With(success, " \r\n"));
        yield return Make(ProtocolRules.NoMarkup, "an HTML page", Bodies.With(Bodies.WithHeader(success, "Content-Type", "text/html"), Page));
        yield return Make(ProtocolRules.Utf8, "a byte order mark", Bodies.With(success, [0xEF, 0xBB, 0xBF, .. success.Answer.Body.ToArray()]));
        yield return Make(ProtocolRules.Utf8, "UTF-16", Bodies.With(success, Encoding.Unicode.GetBytes(text)));
        yield return Make(ProtocolRules.Utf8, "UTF-16 with byte order mark", Bodies.With(success, [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]));
        yield return Make(ProtocolRules.Utf8, "Latin-1", Bodies.With(success, Encoding.Latin1.GetBytes(With(text, "Größe"))));
        yield return Make(ProtocolRules.Utf8, "half of a surrogate pair", Bodies.With(success, With(text, "\\ud800")));
        yield return Make(ProtocolRules.JsonDepth, "100 levels", Bodies.With(success, WithMember(text, $"{new string('[', 100)}{new string(']', 100)}")));
        yield return Make(ProtocolRules.JsonComplete, "the last byte is missing", Bodies.With(success, text[..^1]));
        yield return Make(ProtocolRules.JsonComplete, "half of the body is missing", Bodies.With(success, text[..(text.Length / 2)]));
        yield return Make(ProtocolRules.JsonAlone, "a second value", Bodies.With(success, text + "{}"));
        yield return Make(ProtocolRules.JsonAlone, "text behind the value", Bodies.With(success, text + " OK"));
        yield return Make(ProtocolRules.JsonUniqueMembers, "a member twice", Bodies.With(success, $"{{\"status\":200,{text[1..]}"));
        yield return Make(ProtocolRules.JsonUniqueMembers, "a member twice, once with an escape", Bodies.With(success, $"{{\"statu\\u0073\":200,{text[1..]}"));
        yield return Make(ProtocolRules.JsonSyntax, "single quotes", Bodies.With(success, text.Replace('"', '\'')));
        yield return Make(ProtocolRules.JsonSyntax, "a trailing comma", Bodies.With(success, text[..^1] + ",}"));
        yield return Make(ProtocolRules.JsonSyntax, "NaN", Bodies.With(success, WithMember(text, "NaN")));
        yield return Make(ProtocolRules.JsonSyntax, "a leading zero", Bodies.With(success, WithMember(text, "01")));
        yield return Make(ProtocolRules.JsonSyntax, "a comment", Bodies.With(success, text[..^1] + "/* end */}"));
        yield return Make(ProtocolRules.JsonSyntax, "plain text", Bodies.With(success, "okay"));
        yield return Make(ProtocolRules.MediaType, "text/plain", Bodies.WithHeader(success, "Content-Type", "text/plain"));
        yield return Make(ProtocolRules.MediaType, "no Content-Type", Bodies.WithHeader(success, "Content-Type", null));
        yield return Make(ProtocolRules.NominalSucceeds, "a failure in its place", success with { Answer = Failure(500) });
        yield return Make(ProtocolRules.NominalSucceeds, "an unknown object in its place", success with { Answer = Failure(404) });
    }

    /// <summary>Breaks what holds for a text without envelope.</summary>
    public static IEnumerable<Mutant> OfBare(Exchange text)
    {
        yield return Make(ProtocolRules.BareMediaType, "bytes", Bodies.WithHeader(text, "Content-Type", "application/octet-stream"));
        yield return Make(ProtocolRules.BareMediaType, "no Content-Type", Bodies.WithHeader(text, "Content-Type", null));
        yield return Make(ProtocolRules.BareMediaType, "JSON that is none", Bodies.WithHeader(text, "Content-Type", "application/json"));
        yield return Make(ProtocolRules.BodyPresent, "an empty body", Bodies.With(text, string.Empty));
        yield return Make(ProtocolRules.NoMarkup, "an HTML page as text", Bodies.With(text, Page));
        yield return Make(ProtocolRules.NominalSucceeds, "an error page", Bodies.With(Bodies.WithHeader(Bodies.WithStatus(text, 500), "Content-Type", "text/html"), Page));
    }

    /// <summary>Requests that must be rejected and are not.</summary>
    public static IEnumerable<Mutant> OfRejection(Exchange rejection, Exchange success)
    {
        var rejected = RejectionRules.Of(rejection.Scenario);
        yield return Make(rejected, "a success with data", rejection with { Answer = success.Answer });
        yield return Make(rejected, "a success without data", rejection with { Answer = Bodies.Edit(success, body => body.AsObject().Remove("data")).Answer });
        yield return Make(rejected, "the page of the console under HTTP 200", rejection with { Answer = Bodies.With(Bodies.WithHeader(success, "Content-Type", "text/html"), Page).Answer });
        yield return Make(rejected, "nothing under HTTP 204", rejection with { Answer = Bodies.With(Bodies.WithStatus(success, 204), string.Empty).Answer });
        yield return Make(rejected, "data without envelope under HTTP 200", rejection with { Answer = Bodies.With(success, Bodies.Node(success)["data"]!.DeepClone()).Answer });
        yield return Make(ProtocolRules.AnswerArrives, "no answer in time", rejection with { Answer = null, Failure = new TransportFailure(FailureKind.Timeout, Message.Verbatim("no answer in time")) });
        yield return Make(ProtocolRules.JsonComplete, "the last byte is missing", Bodies.With(rejection, Encoding.UTF8.GetString(rejection.Answer!.Body.Span)[..^1]));
        yield return Make(ProtocolRules.MediaType, "text/plain", Bodies.WithHeader(rejection, "Content-Type", "text/plain"));
        yield return Make(RejectionRules.Enveloped, "an error page", Bodies.With(Bodies.WithHeader(Bodies.WithStatus(rejection, 500), "Content-Type", "text/html"), Page));
        yield return Make(RejectionRules.Enveloped, "bare text", Bodies.With(Bodies.WithHeader(rejection, "Content-Type", "text/plain"), "no"));
        yield return Make(RejectionRules.Enveloped, "JSON of another form", Bodies.With(rejection, "{\"message\":\"no\"}"));
        yield return Make(RejectionRules.Enveloped, "nothing at all", Bodies.With(rejection, string.Empty));
        foreach (var trace in StackTraces)
        {
            yield return Make(RejectionRules.NoStackTrace, trace, Bodies.Edit(rejection, body => body["error"]!["debugMessage"] = trace));
        }
    }

    private static ExchangeAnswer Failure(int status) =>
        Bodies.Edit(Accepted.Rejection(ScenarioKind.UnknownValue), body => body["status"] = status).Answer! with { Status = status };

    private static string With(string text, string content) => WithMember(text, $"\"{content}\"");

    // Replaces the value of the member server, which every envelope has, whatever the operation.
    private static string WithMember(string text, string value)
    {
        var start = text.LastIndexOf("\"server\":", StringComparison.Ordinal) + "\"server\":".Length;
        return text[..start] + value + text[text.IndexOf(",\"status\"", start, StringComparison.Ordinal)..];
    }

    private static Mutant Make(Requirement requirement, string description, Exchange exchange) => new(requirement.Id, description, exchange);
}
