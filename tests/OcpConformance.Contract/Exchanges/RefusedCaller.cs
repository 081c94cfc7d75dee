namespace OcpConformance.Contract.Exchanges;

/// <summary>The names of callers that a target must refuse; each is a scenario of kind <see cref="ScenarioKind.WrongCredentials"/>.</summary>
public static class RefusedCaller
{
    /// <summary>The right user with a wrong password.</summary>
    public const string WrongPassword = "wrong-password";

    /// <summary>The right user with an empty password.</summary>
    public const string EmptyPassword = "empty-password";

    /// <summary>The right user with a wrong password outside ASCII.</summary>
    public const string NonAsciiPassword = "non-ascii-password";

    /// <summary>A user that does not exist.</summary>
    public const string UnknownUser = "no-such-user";

    /// <summary>An Authorization header that is no base64.</summary>
    public const string MalformedHeader = "broken-authorization";

    /// <summary>A signature of another body.</summary>
    public const string AlteredBody = "signed-altered-body";

    /// <summary>A signature of another query.</summary>
    public const string AlteredQuery = "signed-altered-query";

    /// <summary>A signature with a wrong secret.</summary>
    public const string WrongSecret = "signed-wrong-secret";

    /// <summary>A signature with a key that does not exist.</summary>
    public const string UnknownKey = "signed-unknown-key";

    /// <summary>A Date 16 minutes in the past.</summary>
    public const string DateEarly = "signed-date-early";

    /// <summary>A Date 16 minutes in the future.</summary>
    public const string DateLate = "signed-date-late";

    /// <summary>No Date.</summary>
    public const string WithoutDate = "signed-without-date";

    /// <summary>The name of an algorithm that is not documented.</summary>
    public const string WrongAlgorithm = "signed-wrong-algorithm";

    /// <summary>The name of the algorithm in lower case.</summary>
    public const string LowerCaseAlgorithm = "signed-lower-case-algorithm";

    /// <summary>A signature of another method.</summary>
    public const string ReplayedMethod = "signed-replayed-method";

    // Passwords and signatures in turn; who names no user that exists costs nothing, and comes where it comes.
    private static readonly string[] MostTellingFirst =
    [
        WrongPassword, WrongSecret, AlteredQuery, EmptyPassword, DateEarly, NonAsciiPassword, AlteredBody, ReplayedMethod, WithoutDate,
        DateLate, WrongAlgorithm, LowerCaseAlgorithm,
    ];

    /// <summary>Those that send a wrong password for a user that exists; a target locks the user after twenty.</summary>
    public static IReadOnlyList<string> WithWrongPassword { get; } = [WrongPassword, EmptyPassword, NonAsciiPassword];

    /// <summary>Those that use HTTP Basic and name no user that exists.</summary>
    public static IReadOnlyList<string> WithoutUser { get; } = [UnknownUser, MalformedHeader];

    /// <summary>Those that misuse an access key.</summary>
    public static IReadOnlyList<string> WithAccessKey { get; } =
        [AlteredBody, AlteredQuery, WrongSecret, UnknownKey, DateEarly, DateLate, WithoutDate, WrongAlgorithm, LowerCaseAlgorithm, ReplayedMethod];

    /// <summary>The place of a caller among all, the most telling first: a live target may be asked for a few only.</summary>
    /// <param name="caller">The name of a caller.</param>
    public static int Rank(string caller) =>
        Array.IndexOf(MostTellingFirst, caller) is var rank and >= 0 ? rank : MostTellingFirst.Length;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. WithWrongPassword, .. WithoutUser, .. WithAccessKey];
}
