using System.CommandLine;
using OcpConformance.Cli.Invocation;
using OcpConformance.Contract.Catalog;
using OcpConformance.Engine.Settings;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Cli.Commands;

/// <summary>The option that names the contract.</summary>
internal sealed class ContractOption : Option<string?>
{
    public ContractOption()
        : base("--contract")
    {
        Description = "The folder that holds schemas/ and fixtures/; default the nearest above the program";
        HelpName = "DIR";
    }

    /// <summary>The folder of the contract that arguments or the environment name, or the nearest; before the arguments are parsed.</summary>
    /// <exception cref="ContractException">There is none.</exception>
    public static string Root(IReadOnlyList<string> arguments, CommandContext context)
    {
        var named = arguments.SkipWhile(argument => argument != "--contract").ElementAtOrDefault(1)
            ?? arguments.Select(argument => argument.Split("--contract=")).FirstOrDefault(parts => parts.Length == 2)?[1]
            ?? context.Environment.GetValueOrDefault(SettingNames.Contract);
        return string.IsNullOrEmpty(named) ? ContractRoot.Find(AppContext.BaseDirectory) : named;
    }

    /// <summary>Loads the contract that the command line names.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="otherwise">The folder where it names none; null for the nearest.</param>
    /// <exception cref="ContractException">It cannot be used.</exception>
    /// <exception cref="InputException">The name of the folder is empty.</exception>
    public ContractCatalog Load(ParseResult parsed, string? otherwise = null) => ContractLoader.Load(parsed.GetValue(this) switch
    {
        null when !string.IsNullOrEmpty(otherwise) => otherwise,
        null => ContractRoot.Find(AppContext.BaseDirectory),
        { } folder when string.IsNullOrWhiteSpace(folder) => throw new InputException(Name, "the name of the folder is empty", "Name it, or leave the option out"),
        { } folder => folder,
    });
}
