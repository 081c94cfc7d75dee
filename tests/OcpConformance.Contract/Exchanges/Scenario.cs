using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Exchanges;

/// <summary>A way to call an operation.</summary>
/// <param name="Kind">The sort.</param>
/// <param name="Detail">What tells it from others of its sort: a parameter, a member, a language, a caller, a step; null where there is only one.</param>
public sealed record Scenario(ScenarioKind Kind, string? Detail = null)
{
    /// <summary>Detail of the first page of a list.</summary>
    public const string FirstPage = "1";

    /// <summary>Detail of the second page of a list.</summary>
    public const string SecondPage = "2";

    private static readonly Dictionary<ScenarioKind, string> Names = new()
    {
        [ScenarioKind.Nominal] = "nominal",
        [ScenarioKind.Signed] = "signed",
        [ScenarioKind.WithPassword] = "with-password",
        [ScenarioKind.WithoutCredentials] = "without-credentials",
        [ScenarioKind.UnknownSort] = "sorted-by-no-member",
        [ScenarioKind.MalformedBody] = "malformed-body",
        [ScenarioKind.WrongBodyType] = "wrong-body-type",
        [ScenarioKind.WrongContentType] = "wrong-content-type",
        [ScenarioKind.PageBehindLast] = "page-behind-last",
        [ScenarioKind.OversizedPage] = "page-oversized",
    };

    // Longer ones first, because one may begin with another.
    private static readonly (ScenarioKind Kind, string Prefix)[] Prefixes =
    [
        (ScenarioKind.LanguageOfError, "error-language-"),
        (ScenarioKind.MissingMember, "missing-member-"),
        (ScenarioKind.OutOfRange, "out-of-range-"),
        (ScenarioKind.MalformedValue, "malformed-"),
        (ScenarioKind.Language, "language-"),
        (ScenarioKind.MissingParameter, "missing-"),
        (ScenarioKind.UnknownValue, "unknown-"),
        (ScenarioKind.ForeignValue, "foreign-"),
        (ScenarioKind.Page, "page-"),
        (ScenarioKind.Lifecycle, "lifecycle-"),
    ];

    /// <summary>The valid request.</summary>
    public static Scenario Nominal { get; } = new(ScenarioKind.Nominal);

    /// <summary>Its name in exchange ids, like <c>unknown-id</c>.</summary>
    public string Name => Names.TryGetValue(Kind, out var name) ? name : $"{PrefixOf(Kind)}{Detail}";

    /// <summary>Whether the request is as valid as the nominal one, so that its answer is judged in full.</summary>
    public bool IsValid => Kind is ScenarioKind.Nominal or ScenarioKind.Signed or ScenarioKind.WithPassword or ScenarioKind.Page or ScenarioKind.Language
        || (Kind == ScenarioKind.Lifecycle && LifecycleStep.Valid.Contains(Detail));

    /// <summary>Whether the documentation leaves open if the request is answered or rejected.</summary>
    public bool IsOpen => Kind is ScenarioKind.PageBehindLast or ScenarioKind.OversizedPage;

    /// <summary>What the scenario is there to check; its requirement of that kind says whether it holds.</summary>
    public CheckKind Purpose => Kind switch
    {
        ScenarioKind.Nominal => CheckKind.Answer,
        ScenarioKind.Signed or ScenarioKind.WithPassword or ScenarioKind.WithoutCredentials or ScenarioKind.WrongCredentials => CheckKind.Authentication,
        ScenarioKind.Page or ScenarioKind.PageBehindLast or ScenarioKind.OversizedPage => CheckKind.Paging,
        ScenarioKind.Language or ScenarioKind.LanguageOfError => CheckKind.Language,
        ScenarioKind.Lifecycle => CheckKind.Lifecycle,
        ScenarioKind.Observed => CheckKind.Transport,
        _ => CheckKind.Rejection,
    };

    /// <summary>The scenario with a name; the nominal one for a name that none has.</summary>
    public static Scenario Named(string? name)
    {
        if (name is null)
        {
            return Nominal;
        }

        if (RefusedCaller.All.Contains(name))
        {
            return new Scenario(ScenarioKind.WrongCredentials, name);
        }

        if (ObservedRequest.All.Contains(name))
        {
            return new Scenario(ScenarioKind.Observed, name);
        }

        if (Names.FirstOrDefault(pair => pair.Value == name) is { Value: not null } exact)
        {
            return new Scenario(exact.Key);
        }

        return Prefixes.FirstOrDefault(entry => name.StartsWith(entry.Prefix, StringComparison.Ordinal)) is { Prefix: { } prefix } found
            ? new Scenario(found.Kind, name[prefix.Length..])
            : Nominal;
    }

    /// <inheritdoc />
    public override string ToString() => Name;

    private static string PrefixOf(ScenarioKind kind) => Prefixes.FirstOrDefault(entry => entry.Kind == kind).Prefix ?? string.Empty;
}
