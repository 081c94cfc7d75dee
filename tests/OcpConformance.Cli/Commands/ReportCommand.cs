using System.CommandLine;
using OcpConformance.Cli.Invocation;
using OcpConformance.Cli.Output;
using OcpConformance.Report.Model;
using OcpConformance.Report.Output;

namespace OcpConformance.Cli.Commands;

/// <summary><c>report</c>: makes reports of a result again.</summary>
internal sealed class ReportCommand : Command, IHasExamples
{
    private static readonly string Names = string.Join(", ", ReportFormats.Names);

    private readonly CommandContext context;
    private readonly OutputOption output = new();
    private readonly Argument<string> result = new("RESULT") { Description = $"The {Vocabulary.ResultFile} of a run" };
    private readonly Option<string?> format = new("--format") { Description = $"What to make: {Names}", HelpName = "NAME" };
    private readonly Option<string?> all = new("--all") { Description = "The folder for every format at once", HelpName = "FOLDER" };

    public ReportCommand(CommandContext context)
        : base("report", $"Makes any report of a result again, from {Vocabulary.ResultFile} alone.")
    {
        this.context = context;
        Add(result);
        Add(format);
        Add(output);
        Add(all);
        SetAction(RunAsync);
    }

    public IReadOnlyList<(string Arguments, string Effect)> Examples { get; } =
    [
        ($"report {Vocabulary.ResultFile} --format summary", "the summary, to the terminal"),
        ($"report {Vocabulary.ResultFile} --format junit --output junit.xml", "one format, to a file"),
        ($"report {Vocabulary.ResultFile} --format allure --output allure-results", "a format of several files, to a folder"),
        ($"report {Vocabulary.ResultFile} --all reports", "every format"),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(result)!;
        var progress = new Progress(context);
        switch (parsed.GetValue(format), parsed.GetValue(all))
        {
            case (null, { } folder):
                RefuseOutput(parsed);
                await progress.OfAsync($"Reporting {file}", () => OutputFolder.Write(all.Name, folder, ResultFile.Read(file)), cancellationToken).ConfigureAwait(false);
                return ExitCode.Done;
            case ({ } name, null) when ReportFormats.Folders.FirstOrDefault(each => each.Name == name) is { } several:
                var target = parsed.GetValue(output) ?? throw new InputException($"{format.Name} {name}", "it consists of several files", $"Name a folder with {output.Name}");
                await progress.OfAsync($"Reporting {file}", () => OutputFolder.Write(output.Name, target, several, ResultFile.Read(file)), cancellationToken).ConfigureAwait(false);
                return ExitCode.Done;
            case ({ } name, null):
                var chosen = ReportFormats.All.FirstOrDefault(each => each.Name == name) ?? throw new InputException($"{format.Name} {name}", "there is no such format", $"Write one of {Names}");
                var content = await progress.OfAsync($"Reporting {file}", () => chosen.Write(ResultFile.Read(file)), cancellationToken).ConfigureAwait(false);
                await output.WriteAsync(parsed, content, cancellationToken).ConfigureAwait(false);
                return ExitCode.Done;
            default:
                throw new InputException(Name, $"either {format.Name} or {all.Name} says what to make", $"Write {format.Name} with one of {Names}, or {all.Name} with a folder");
        }
    }

    private void RefuseOutput(ParseResult parsed)
    {
        if (parsed.GetValue(output) is { } file)
        {
            throw new InputException($"{output.Name} {file}", $"it contradicts {all.Name}, which names a folder", "Leave one of the two out");
        }
    }
}
