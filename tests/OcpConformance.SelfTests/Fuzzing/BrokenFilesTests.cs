using System.Text.RegularExpressions;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.SelfTests.Fuzzing;

[Parallelizable(ParallelScope.Children)]
public sealed partial class BrokenFilesTests
{
    private const int PerSeed = 35;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static IEnumerable<TestCaseData> Cases =>
        InputKinds.All.SelectMany(kind => Seeds.All.Select(seed => new TestCaseData(kind.Name, seed)));

    [TestCaseSource(nameof(Cases))]
    public async Task Broken_file_is_refused_with_file_place_and_remedy_or_can_be_used(string name, int seed)
    {
        var kind = InputKinds.All.Single(candidate => candidate.Name == name);
        using var sample = InputKinds.Sample();
        var random = new Random(seed);
        var problems = new List<string>();
        for (var number = 0; number < PerSeed; number++)
        {
            if (await ProblemAsync(kind, sample.Root, random) is { } problem)
            {
                problems.Add($"number {number}: {problem}");
            }
        }

        problems.Should().BeEmpty("the seed is {0}={1}", Seeds.Variable, seed);
    }

    [TestCaseSource(typeof(InputKinds), nameof(InputKinds.All))]
    public void Files_that_are_broken_are_valid_before(object kind)
    {
        using var sample = InputKinds.Sample();
        var take = () => ((InputKind)kind).Take(sample.Root);
        take.Should().NotThrow();
    }

    // What is at fault in how the suite takes one broken file; null where nothing is.
    private static async Task<string?> ProblemAsync(InputKind kind, string root, Random random)
    {
        var path = Path.Combine(root, kind.Files[random.Next(kind.Files.Count)]);
        var valid = await File.ReadAllBytesAsync(path);
        var folder = random.Next(50) == 0;
        var broken = new JsonMutator(random).Mutate(valid);
        File.Delete(path);
        if (folder)
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            await File.WriteAllBytesAsync(path, broken);
        }

        try
        {
            await Task.Run(() => kind.Take(root)).WaitAsync(Patience, TimeProvider.System);
            return null;
        }
        catch (Exception exception)
        {
            return WhatIsWrongWith(exception, kind, root) is { } wrong ? $"{wrong}\n{exception}\n{Path.GetRelativePath(root, path)}: {Shown(folder ? "a folder"u8 : broken)}" : null;
        }
        finally
        {
            if (folder)
            {
                Directory.Delete(path);
            }

            await File.WriteAllBytesAsync(path, valid);
        }
    }

    private static string? WhatIsWrongWith(Exception exception, InputKind kind, string root) =>
        exception is TimeoutException ? "It hangs."
        : exception.GetType() != kind.Refusal ? $"It is no {kind.Refusal.Name}."
        : exception is ContractException contract ? contract.Problems.Select(WhatIsWrongWith).FirstOrDefault(wrong => wrong is not null)
        : WhatIsWrongWith(exception.Message, root);

    private static string? WhatIsWrongWith(ContractProblem problem) =>
        !problem.File.Contains("schemas", StringComparison.Ordinal) && !problem.File.Contains("fixtures", StringComparison.Ordinal) ? $"No file is named: {problem}"
        : problem.Place.Length == 0 && !AboutTheWholeFile().IsMatch(problem.Problem) ? $"No place is named: {problem}"
        : problem.Remedy.Length == 0 ? $"No remedy is named: {problem}"
        : Internals().IsMatch(problem.ToString()) ? $"It speaks of the inside of the suite: {problem}"
        : null;

    private static string? WhatIsWrongWith(string message, string root) =>
        !message.Contains(root, StringComparison.Ordinal) ? "No file is named."
        : !message.Contains(" at /", StringComparison.Ordinal) && !AboutTheWholeFile().IsMatch(message) ? "No place is named."
        : !Remedy().IsMatch(message) ? "No remedy is named."
        : Internals().IsMatch(message) ? "It speaks of the inside of the suite."
        : null;

    private static string Shown(ReadOnlySpan<byte> bytes) => System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 6000)]);

    [GeneratedRegex(@"line [0-9]+|offset [0-9]+|at byte [0-9]+|byte order mark|UTF-16|no content|like an HTML page|no JSON object|half of a surrogate|is missing|single operation|no such|is a folder|directory|there is no operation|denied|wrong type or size|the name says neither")]
    private static partial Regex AboutTheWholeFile();

    [GeneratedRegex(@"\. [A-Za-z][^\r\n]+\.\z")]
    private static partial Regex Remedy();

    [GeneratedRegex(@"Exception|System\.|Object reference|Newtonsoft|   at ")]
    private static partial Regex Internals();
}
