namespace OcpConformance.Contract.Exchanges;

/// <summary>The sorts of ways to call an operation.</summary>
public enum ScenarioKind
{
    /// <summary>A valid request with valid credentials.</summary>
    Nominal,

    /// <summary>A valid request without credentials.</summary>
    WithoutCredentials,

    /// <summary>A valid request with a wrong password.</summary>
    WrongCredentials,

    /// <summary>A path parameter names something that does not exist.</summary>
    UnknownValue,

    /// <summary>A path parameter has a value of the wrong type.</summary>
    MalformedValue,
}

/// <summary>A way to call an operation.</summary>
/// <param name="Kind">The sort.</param>
/// <param name="Parameter">The parameter that is unknown or malformed; null for the other sorts.</param>
public sealed record Scenario(ScenarioKind Kind, string? Parameter = null)
{
    /// <summary>The valid request.</summary>
    public static Scenario Nominal { get; } = new(ScenarioKind.Nominal);

    /// <summary>Its name in exchange ids, like <c>unknown-id</c>.</summary>
    public string Name => Kind switch
    {
        ScenarioKind.Nominal => "nominal",
        ScenarioKind.WithoutCredentials => "without-credentials",
        ScenarioKind.WrongCredentials => "wrong-credentials",
        ScenarioKind.UnknownValue => $"unknown-{Parameter}",
        _ => $"malformed-{Parameter}",
    };

    /// <inheritdoc />
    public override string ToString() => Name;
}
