using System.CommandLine;
using OcpConformance.Cli.Invocation;
using OcpConformance.Cli.Output;
using OcpConformance.Contract.Catalog;

namespace OcpConformance.Cli.Commands;

/// <summary><c>operations</c>: lists the operations of the contract, or shows one.</summary>
internal sealed class OperationsCommand : Command, IHasExamples
{
    private readonly ContractOption contract;
    private readonly Argument<string?> pattern = new("PATTERN")
    {
        Description = "Ids to list, where * stands for any text; a single match is shown with its parameters and requirements",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Makes the command.</summary>
    /// <param name="context">What it has around it.</param>
    public OperationsCommand(CommandContext context)
        : base("operations", "Lists the operations of the contract, or shows one.")
    {
        contract = new ContractOption(context);
        Add(pattern);
        Add(contract);
        SetAction(Run);
    }

    public IReadOnlyList<(string Arguments, string Effect)> Examples { get; } =
    [
        ("operations", "all operations"),
        ("operations 'backup/*'", "the operations of an area"),
        ("operations '*ability'", "where a single operation matches: what is required of it"),
    ];

    private int Run(ParseResult parsed)
    {
        var loaded = contract.Load(parsed);
        var writer = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(pattern) is not { } wanted)
        {
            OperationsText.WriteList(writer, loaded.Operations);
            return ExitCode.Done;
        }

        List<Operation> matching = [.. loaded.Operations.Where(operation => operation.Matches([wanted]))];
        switch (matching.Count)
        {
            case 0:
                throw new InputException($"'{wanted}'", "no operation of the contract matches", $"`{CommandContext.Executable} {Name}` lists all");
            case 1:
                OperationsText.WriteOne(writer, matching[0]);
                break;
            default:
                OperationsText.WriteList(writer, matching);
                break;
        }

        return ExitCode.Done;
    }
}
