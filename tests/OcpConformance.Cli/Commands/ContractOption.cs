using System.CommandLine;
using OcpConformance.Cli.Invocation;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Cli.Commands;

/// <summary>The option that names the contract.</summary>
internal sealed class ContractOption : Option<string?>
{
    private readonly CommandContext context;

    /// <summary>Makes the option.</summary>
    /// <param name="context">What the command has around it.</param>
    public ContractOption(CommandContext context)
        : base("--contract")
    {
        this.context = context;
        Description = "The folder that holds schemas/ and fixtures/; default OCP_CONTRACT, then the repository that the program lies in, then the contract inside the program";
        HelpName = "DIR";
    }

    /// <summary>The contract that arguments, the environment or the place of the program name, before the arguments are parsed.</summary>
    /// <exception cref="ContractException">It cannot be opened.</exception>
    public static IContractFiles Files(IReadOnlyList<string> arguments, CommandContext context) => context.Contract(
        arguments.SkipWhile(argument => argument != "--contract").ElementAtOrDefault(1)
        ?? arguments.Select(argument => argument.Split("--contract=")).FirstOrDefault(parts => parts.Length == 2)?[1]);

    /// <summary>Loads the contract that the command line names.</summary>
    /// <param name="parsed">The command line.</param>
    /// <exception cref="ContractException">It cannot be used.</exception>
    /// <exception cref="InputException">The name of the folder is empty.</exception>
    public ContractCatalog Load(ParseResult parsed)
    {
        var folder = parsed.GetValue(this);
        return folder is not null && string.IsNullOrWhiteSpace(folder)
            ? throw new InputException(Name, "the name of the folder is empty", "Name it, or leave the option out")
            : ContractLoader.Load(context.Contract(folder));
    }
}
