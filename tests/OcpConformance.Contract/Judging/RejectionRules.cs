using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;
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

    private static readonly Requirement UnknownObject = Rule("rejects-unknown-object", Level.Must);

    private static readonly Dictionary<ScenarioKind, Requirement> ByKind = new()
    {
        [ScenarioKind.WithoutCredentials] = Rule("rejects-missing-credentials", Level.Must, CheckKind.Authentication),
        [ScenarioKind.UnknownValue] = UnknownObject,
        [ScenarioKind.LanguageOfError] = UnknownObject,
        [ScenarioKind.MalformedValue] = Rule("rejects-malformed-value", Level.Must),
        [ScenarioKind.MissingParameter] = Rule("rejects-missing-parameter", Level.Should),
        [ScenarioKind.ForeignValue] = Rule("rejects-foreign-value", Level.Should),
        [ScenarioKind.OutOfRange] = Rule("rejects-value-out-of-range", Level.Should),
        [ScenarioKind.UnknownSort] = Rule("rejects-unknown-sort", Level.Should),
        [ScenarioKind.MalformedBody] = Rule("rejects-malformed-body", Level.Should),
        [ScenarioKind.WrongBodyType] = Rule("rejects-wrong-body-type", Level.Should),
        [ScenarioKind.MissingMember] = Rule("rejects-missing-member", Level.Should),
        [ScenarioKind.WrongContentType] = Rule("rejects-wrong-content-type", Level.Should),
    };

    private static readonly Dictionary<string, Requirement> ByCaller = new(StringComparer.Ordinal)
    {
        [RefusedCaller.WrongPassword] = Caller(RefusedCaller.WrongPassword, CallPage),
        [RefusedCaller.EmptyPassword] = Caller(RefusedCaller.EmptyPassword, CallPage),
        [RefusedCaller.NonAsciiPassword] = Caller(RefusedCaller.NonAsciiPassword, CallPage),
        [RefusedCaller.UnknownUser] = Caller(RefusedCaller.UnknownUser, CallPage),
        [RefusedCaller.MalformedHeader] = Caller(RefusedCaller.MalformedHeader, CallPage),
        [RefusedCaller.AlteredBody] = Caller(RefusedCaller.AlteredBody, SigningPage),
        [RefusedCaller.AlteredQuery] = Caller(RefusedCaller.AlteredQuery, SigningPage),
        [RefusedCaller.WrongSecret] = Caller(RefusedCaller.WrongSecret, SigningPage),
        [RefusedCaller.UnknownKey] = Caller(RefusedCaller.UnknownKey, SigningPage),
        [RefusedCaller.DateEarly] = Caller(RefusedCaller.DateEarly, SigningPage),
        [RefusedCaller.DateLate] = Caller(RefusedCaller.DateLate, SigningPage),
        [RefusedCaller.WithoutDate] = Caller(RefusedCaller.WithoutDate, SigningPage),
        [RefusedCaller.WrongAlgorithm] = Caller(RefusedCaller.WrongAlgorithm, SigningPage),
        [RefusedCaller.LowerCaseAlgorithm] = Caller(RefusedCaller.LowerCaseAlgorithm, SigningPage),
        [RefusedCaller.ReplayedMethod] = Caller(RefusedCaller.ReplayedMethod, SigningPage),
    };

    /// <summary>A rejection is written as one.</summary>
    public static Requirement Enveloped { get; } = Requirement.OfRule(
        Requirement.ProtocolScope, "rejection-enveloped", Message.Of("rejection-enveloped"), Level.Should, CheckKind.Rejection, CallPage, File);

    /// <summary>No inside of the server is shown. The documentation has it only on demand of a header that the suite never sends.</summary>
    public static Requirement NoStackTrace { get; } = Requirement.OfRule(
        Requirement.ProtocolScope, "no-stack-trace", Message.Of("no-stack-trace"), Level.Must, CheckKind.Answer, CallPage, File);

    /// <summary>All requirements of this class.</summary>
    public static IReadOnlyList<Requirement> All { get; } = [.. ByKind.Values.Distinct(), .. ByCaller.Values, Enveloped, NoStackTrace];

    /// <summary>That the request of a scenario is rejected.</summary>
    /// <exception cref="InvalidOperationException">A step of a lifecycle is not to be rejected.</exception>
    /// <exception cref="KeyNotFoundException">Requests of that scenario are not to be rejected.</exception>
    public static Requirement Of(Scenario scenario) =>
        scenario.Kind == ScenarioKind.WrongCredentials ? ByCaller[scenario.Detail!]
        : scenario.Kind == ScenarioKind.Lifecycle ? LifecycleRules.Of(scenario).Single()
        : ByKind[scenario.Kind];

    private static Requirement Caller(string name, string page) => Rule($"rejects-{name}", Level.Must, CheckKind.Authentication, page);

    private static Requirement Rule(string name, Level level, CheckKind kind = CheckKind.Rejection, string page = CallPage) =>
        Requirement.OfRule(Requirement.ProtocolScope, name, Message.Of(name), level, kind, page, File);
}
