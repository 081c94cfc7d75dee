namespace OcpConformance.MockOcp.Access;

/// <summary>The names of callers that a correct gate refuses, as faults write them in <c>admits</c>. They are told by what is on the wire.</summary>
public static class Callers
{
    /// <summary>The right user with a wrong password in ASCII.</summary>
    public const string WrongPassword = "wrong-password";

    /// <summary>The right user with an empty password.</summary>
    public const string EmptyPassword = "empty-password";

    /// <summary>The right user with a wrong password outside ASCII.</summary>
    public const string NonAsciiPassword = "non-ascii-password";

    /// <summary>A user that does not exist.</summary>
    public const string NoSuchUser = "no-such-user";

    /// <summary>An Authorization header of neither kind, or one that cannot be decoded.</summary>
    public const string BrokenAuthorization = "broken-authorization";

    /// <summary>A body, and a signature that is right without it.</summary>
    public const string SignedAlteredBody = "signed-altered-body";

    /// <summary>A query, and a signature that is right without it.</summary>
    public const string SignedAlteredQuery = "signed-altered-query";

    /// <summary>A signature that nothing explains but another secret.</summary>
    public const string SignedWrongSecret = "signed-wrong-secret";

    /// <summary>A signature with the right secret, under the id of another key.</summary>
    public const string SignedUnknownKey = "signed-unknown-key";

    /// <summary>A Date too far in the past.</summary>
    public const string SignedDateEarly = "signed-date-early";

    /// <summary>A Date too far in the future.</summary>
    public const string SignedDateLate = "signed-date-late";

    /// <summary>No Date, and a signature that is right without it.</summary>
    public const string SignedWithoutDate = "signed-without-date";

    /// <summary>The name of another algorithm over a signature that is right.</summary>
    public const string SignedWrongAlgorithm = "signed-wrong-algorithm";

    /// <summary>The name of the algorithm in other letter case.</summary>
    public const string SignedLowerCaseAlgorithm = "signed-lower-case-algorithm";

    /// <summary>A signature that is right for another method.</summary>
    public const string SignedReplayedMethod = "signed-replayed-method";
}
