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

    /// <summary>A path that is no operation.</summary>
    public const string UnknownPath = "unknown-path";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [WithoutCredentials, WrongCredentials, Unknown, Malformed, UnknownPath];
}
