namespace OcpConformance.Transport.Authentication;

/// <summary>What a request tries to log in with, as far as a target could count it against a user that exists.</summary>
/// <param name="Account">What proves who calls, as the code of the message that names it.</param>
/// <param name="IsValid">Whether the proof is the one that was given; otherwise it is wrong on purpose.</param>
public sealed record LoginAttempt(string Account, bool IsValid)
{
    /// <summary>The account that HTTP Basic logs in to.</summary>
    public const string UserNameAndPassword = "user-name-and-password";

    /// <summary>The account that signatures log in to.</summary>
    public const string AccessKey = "access-key";
}
