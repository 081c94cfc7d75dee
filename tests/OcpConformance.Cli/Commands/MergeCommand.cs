using System.CommandLine;
using OcpConformance.Cli.Invocation;
using OcpConformance.Cli.Output;
using OcpConformance.Report.Merging;
using OcpConformance.Report.Model;

namespace OcpConformance.Cli.Commands;

/// <summary><c>merge</c>: makes one result of the parts of a run.</summary>
internal sealed class MergeCommand : Command, IHasExamples
{
    private readonly CommandContext context;
    private readonly OutputOption output = new();
    private readonly Argument<string[]> shards = new("RESULT")
    {
        Description = $"The {Vocabulary.ResultFile} of each part, run with another OCP_SELECT",
        Arity = ArgumentArity.OneOrMore,
    };

    public MergeCommand(CommandContext context)
        : base("merge", "Makes one result of the parts of a run, each of which covered other operations.")
    {
        this.context = context;
        Add(shards);
        Add(output);
        SetAction(RunAsync);
    }

    public IReadOnlyList<(string Arguments, string Effect)> Examples { get; } =
    [
        ($"merge backup/{Vocabulary.ResultFile} rest/{Vocabulary.ResultFile} --output {Vocabulary.ResultFile}", "two parts of one run"),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var files = parsed.GetValue(shards)!;
        if (files.Length == 1)
        {
            throw new InputException(files[0], "a single part is not merged with anything", "Name two or more");
        }

        var merged = await new Progress(context).OfAsync(
            $"Merging {files.Length} results", () => ResultMerge.Merge([.. files.Select(file => new Shard(file, ResultFile.Read(file)))]), cancellationToken).ConfigureAwait(false);
        if (await output.WriteAsync(parsed, ResultJson.Write(merged), cancellationToken).ConfigureAwait(false))
        {
            context.Output.WriteLine(ConclusionText.Of(merged));
        }

        return ExitCode.Of(merged.Conclusion);
    }
}
