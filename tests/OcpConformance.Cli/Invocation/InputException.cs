namespace OcpConformance.Cli.Invocation;

/// <summary>An argument is wrong.</summary>
/// <param name="message">The argument as it is written on the command line, what is wrong with it, and the remedy.</param>
public sealed class InputException(string message) : Exception(message)
{
    /// <summary>Makes the exception of its parts.</summary>
    /// <param name="argument">The argument, as it is written on the command line.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="remedy">What to do about it.</param>
    public InputException(string argument, string problem, string remedy)
        : this($"{argument}: {problem}. {remedy}.")
    {
    }
}
