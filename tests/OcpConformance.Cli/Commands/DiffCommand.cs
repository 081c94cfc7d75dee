using System.CommandLine;
using System.Text;
using OcpConformance.Cli.Invocation;
using OcpConformance.Cli.Output;
using OcpConformance.Report.Comparison;
using OcpConformance.Report.Model;

namespace OcpConformance.Cli.Commands;

/// <summary><c>diff</c>: compares two results.</summary>
internal sealed class DiffCommand : Command, IHasExamples
{
    /// <summary>Exit code: something is violated that was not before.</summary>
    private const int NewViolations = ExitCode.Refused;

    /// <summary>Exit code: nothing is newly violated, but something is not exercised any more.</summary>
    private const int LostCoverage = ExitCode.Incomplete;

    private readonly Argument<string> before = new("BEFORE") { Description = $"The {Vocabulary.ResultFile} of the earlier run" };
    private readonly Argument<string> after = new("AFTER") { Description = $"The {Vocabulary.ResultFile} of the later run" };
    private readonly Option<string> format = new("--format")
    {
        Description = "How to write the comparison",
        DefaultValueFactory = _ => ComparisonFormats.All[0].Name,
    };

    private readonly OutputOption output = new();

    public DiffCommand()
        : base("diff", $"Compares two results. Exit code {ExitCode.Done}: nothing is worse; {NewViolations}: something is newly violated; {LostCoverage}: something is not exercised any more; {ExitCode.WrongInput}: wrong input.")
    {
        format.AcceptOnlyFromAmong([.. ComparisonFormats.All.Select(known => known.Name)]);
        Add(before);
        Add(after);
        Add(format);
        Add(output);
        SetAction(RunAsync);
    }

    public IReadOnlyList<(string Arguments, string Effect)> Examples { get; } =
    [
        ("diff yesterday/conformance.json today/conformance.json", "what became of each requirement"),
        ("diff 4.2.2.json 4.3.0.json --format html --output comparison.html", "the same as a page"),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var comparison = ResultComparison.Of(ComparableResult.Read(parsed.GetValue(before)!), ComparableResult.Read(parsed.GetValue(after)!));
        var text = ComparisonFormats.All.First(known => known.Name == parsed.GetValue(format)).Write(comparison);
        await output.WriteAsync(parsed, Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
        return comparison.HasNewFailures ? NewViolations : comparison.HasLostCoverage ? LostCoverage : ExitCode.Done;
    }
}
