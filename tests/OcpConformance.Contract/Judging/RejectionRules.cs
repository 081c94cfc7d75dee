using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>
/// That requests which must be rejected are. A rejection is any answer that claims no success and carries no data: which
/// status it has is recorded, and required nowhere. <c>must</c> is what the pages on calling the API and on signing state;
/// that a server checks what the tables say of parameters and bodies follows from their wording alone, and is <c>should</c>.
/// </summary>
public static class RejectionRules
{
    private const string CallPage = "API call description";
    private const string SigningPage = "Rules for generating a signature by using AK/SK";
    private const string File = "schemas/envelope/envelope.schema.json";
    private const string Outcome = "is rejected: no success, no data";

    private static readonly Requirement UnknownObject = Rule("rejects-unknown-object", "a request that names an object that does not exist", Level.Must);

    private static readonly Dictionary<ScenarioKind, Requirement> ByKind = new()
    {
        [ScenarioKind.WithoutCredentials] = Rule("rejects-missing-credentials", "a request without credentials", Level.Must, CheckKind.Authentication),
        [ScenarioKind.UnknownValue] = UnknownObject,
        [ScenarioKind.LanguageOfError] = UnknownObject,
        [ScenarioKind.MalformedValue] = Rule("rejects-malformed-value", "a request with a value of the wrong type", Level.Must),
        [ScenarioKind.MissingParameter] = Rule("rejects-missing-parameter", "a request without a required query parameter", Level.Should),
        [ScenarioKind.ForeignValue] = Rule("rejects-foreign-value", "a request with a value that is not among the documented ones", Level.Should),
        [ScenarioKind.OutOfRange] = Rule("rejects-value-out-of-range", "a request with a value outside the documented range", Level.Should),
        [ScenarioKind.UnknownSort] = Rule("rejects-unknown-sort", "a request for the order of a member that the list does not have", Level.Should),
        [ScenarioKind.MalformedBody] = Rule("rejects-malformed-body", "a request whose body is no JSON", Level.Should),
        [ScenarioKind.WrongBodyType] = Rule("rejects-wrong-body-type", "a request whose body is JSON of another type than the documented one", Level.Should),
        [ScenarioKind.MissingMember] = Rule("rejects-missing-member", "a request whose body lacks a required member", Level.Should),
        [ScenarioKind.WrongContentType] = Rule("rejects-wrong-content-type", "a request whose body is sent as plain text", Level.Should),
    };

    private static readonly Dictionary<string, Requirement> ByCaller = new(StringComparer.Ordinal)
    {
        [RefusedCaller.WrongPassword] = Caller(RefusedCaller.WrongPassword, "a request with a wrong password", CallPage),
        [RefusedCaller.EmptyPassword] = Caller(RefusedCaller.EmptyPassword, "a request with an empty password", CallPage),
        [RefusedCaller.NonAsciiPassword] = Caller(RefusedCaller.NonAsciiPassword, "a request with a wrong password outside ASCII", CallPage),
        [RefusedCaller.UnknownUser] = Caller(RefusedCaller.UnknownUser, "a request of a user that does not exist", CallPage),
        [RefusedCaller.MalformedHeader] = Caller(RefusedCaller.MalformedHeader, "a request whose Authorization header is malformed", CallPage),
        [RefusedCaller.AlteredBody] = Caller(RefusedCaller.AlteredBody, "a request whose body is not the signed one", SigningPage),
        [RefusedCaller.AlteredQuery] = Caller(RefusedCaller.AlteredQuery, "a request whose query is not the signed one", SigningPage),
        [RefusedCaller.WrongSecret] = Caller(RefusedCaller.WrongSecret, "a request that is signed with a wrong secret", SigningPage),
        [RefusedCaller.UnknownKey] = Caller(RefusedCaller.UnknownKey, "a request that is signed with an access key that does not exist", SigningPage),
        [RefusedCaller.DateEarly] = Caller(RefusedCaller.DateEarly, "a request that was signed 16 minutes ago", SigningPage),
        [RefusedCaller.DateLate] = Caller(RefusedCaller.DateLate, "a request that is signed 16 minutes ahead", SigningPage),
        [RefusedCaller.WithoutDate] = Caller(RefusedCaller.WithoutDate, "a signed request without Date", SigningPage),
        [RefusedCaller.WrongAlgorithm] = Caller(RefusedCaller.WrongAlgorithm, "a request that names another algorithm than the documented one", SigningPage),
        [RefusedCaller.LowerCaseAlgorithm] = Caller(RefusedCaller.LowerCaseAlgorithm, "a request that names the algorithm in lower case", SigningPage),
        [RefusedCaller.ReplayedMethod] = Caller(RefusedCaller.ReplayedMethod, "a request whose signature belongs to another method", SigningPage),
    };

    /// <summary>A rejection is written as one.</summary>
    public static Requirement Enveloped { get; } = Requirement.OfRule(
        Requirement.ProtocolScope, "rejection-enveloped", "the rejection of a request to a documented path is an envelope with an error, no page and no bare text", Level.Should, CheckKind.Rejection, CallPage, File);

    /// <summary>No inside of the server is shown. The documentation has it only on demand of a header that the suite never sends.</summary>
    public static Requirement NoStackTrace { get; } = Requirement.OfRule(
        Requirement.ProtocolScope, "no-stack-trace", "a failure shows no stack trace", Level.Must, CheckKind.Answer, CallPage, File);

    /// <summary>All requirements of this class.</summary>
    public static IReadOnlyList<Requirement> All { get; } = [.. ByKind.Values.Distinct(), .. ByCaller.Values, Enveloped, NoStackTrace];

    /// <summary>That the request of a scenario is rejected.</summary>
    /// <exception cref="InvalidOperationException">A step of a lifecycle is not to be rejected.</exception>
    /// <exception cref="KeyNotFoundException">Requests of that scenario are not to be rejected.</exception>
    public static Requirement Of(Scenario scenario) =>
        scenario.Kind == ScenarioKind.WrongCredentials ? ByCaller[scenario.Detail!]
        : scenario.Kind == ScenarioKind.Lifecycle ? LifecycleRules.Of(scenario).Single()
        : ByKind[scenario.Kind];

    private static Requirement Caller(string name, string request, string page) => Rule($"rejects-{name}", request, Level.Must, CheckKind.Authentication, page);

    private static Requirement Rule(string name, string request, Level level, CheckKind kind = CheckKind.Rejection, string page = CallPage) =>
        Requirement.OfRule(Requirement.ProtocolScope, name, $"{request} {Outcome}", level, kind, page, File);
}
