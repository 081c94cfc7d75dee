namespace OcpConformance.Contract.Schemas;

/// <summary>The contract cannot be used; the message lists each problem with file, place and remedy.</summary>
public sealed class ContractException : Exception
{
    private const int Listed = 20;

    /// <summary>Makes the exception for all problems that were found.</summary>
    public ContractException(IReadOnlyList<ContractProblem> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>All problems, in the order of their files.</summary>
    public IReadOnlyList<ContractProblem> Problems { get; }

    private static string Describe(IReadOnlyList<ContractProblem> problems)
    {
        var lines = problems.Take(Listed).Select(problem => problem.ToString());
        var rest = problems.Count > Listed ? [$"... and {problems.Count - Listed} more."] : Array.Empty<string>();
        return string.Join(Environment.NewLine, lines.Concat(rest));
    }
}
