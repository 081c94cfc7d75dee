using OcpConformance.Report.Model;

namespace OcpConformance.Cli.Invocation;

/// <summary>An exit code of the command line.</summary>
/// <param name="Code">The number.</param>
/// <param name="Meaning">What it says.</param>
public sealed record ExitCode(int Code, string Meaning)
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The target is non-conformant, or a bundle does not verify.</summary>
    public const int Refused = 1;

    /// <summary>Arguments, settings or files are wrong; the message says which.</summary>
    public const int WrongInput = 2;

    /// <summary>The result is incomplete.</summary>
    public const int Incomplete = 3;

    /// <summary>All of them, as help and README list them.</summary>
    public static IReadOnlyList<ExitCode> All { get; } =
    [
        new(Done, "done; where a result is judged: the target is conformant"),
        new(Refused, "the target is non-conformant, something is newly violated, a bundle does not verify, or a cleanup left something"),
        new(WrongInput, "arguments, settings or files are wrong; the message says which"),
        new(Incomplete, "the result is incomplete, or something is not exercised any more"),
    ];

    /// <summary>The code for a conclusion.</summary>
    internal static int Of(ConclusionInfo conclusion) => Of(conclusion.Outcome);

    /// <summary>The code for a word of the vocabulary that says what a run came to.</summary>
    internal static int Of(ConclusionKind outcome) => outcome switch
    {
        ConclusionKind.Conformant => Done,
        ConclusionKind.NonConformant => Refused,
        _ => Incomplete,
    };
}
