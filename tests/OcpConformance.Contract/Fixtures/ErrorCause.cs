namespace OcpConformance.Contract.Fixtures;

/// <summary>The causes for which the mock answers with a file of fixtures/errors.</summary>
public static class ErrorCause
{
    /// <summary>No credentials.</summary>
    public const string WithoutCredentials = "without-credentials";

    /// <summary>Wrong credentials.</summary>
    public const string WrongCredentials = "wrong-credentials";

    /// <summary>An object that no fixture has.</summary>
    public const string Unknown = "unknown";

    /// <summary>A value of the wrong type.</summary>
    public const string Malformed = "malformed";

    /// <summary>No value for a query parameter that is required.</summary>
    public const string MissingParameter = "missing-parameter";

    /// <summary>A value that is not among the documented ones.</summary>
    public const string ForeignValue = "foreign-value";

    /// <summary>A number below its minimum or above its maximum.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>A wish to sort by a member that the entries do not have.</summary>
    public const string UnknownSort = "unknown-sort";

    /// <summary>A body that is no JSON.</summary>
    public const string MalformedBody = "malformed-body";

    /// <summary>A JSON body of another type than the documented one.</summary>
    public const string WrongBodyType = "wrong-body-type";

    /// <summary>A body without a member that is required.</summary>
    public const string MissingMember = "missing-member";

    /// <summary>A body that is announced as something else than JSON.</summary>
    public const string WrongContentType = "wrong-content-type";

    /// <summary>A method that no operation of the path has.</summary>
    public const string MethodNotAllowed = "method-not-allowed";

    /// <summary>A path that is no operation.</summary>
    public const string UnknownPath = "unknown-path";

    /// <summary>More requests than allowed in a period.</summary>
    public const string Throttled = "throttled";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        WithoutCredentials,
        WrongCredentials,
        Unknown,
        Malformed,
        MissingParameter,
        ForeignValue,
        OutOfRange,
        UnknownSort,
        MalformedBody,
        WrongBodyType,
        MissingMember,
        WrongContentType,
        MethodNotAllowed,
        UnknownPath,
        Throttled,
    ];
}
