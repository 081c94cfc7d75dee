using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Structure;

public sealed class FolderTests
{
    private const string Root = "";

    // The layers of each project: a folder uses only those before it.
    private static readonly Dictionary<string, string[]> Layers = new()
    {
        ["Contract"] = [Root, "Messages", "Json", "Schemas", "Requirements", "Rules", "Catalog", "Exchanges", "Signing", "Judging", "Fixtures"],
        ["Transport"] = ["Redaction", "Authentication", "Throttling", "Safety", "Sending"],
        ["Report"] = ["Text", "Model", "Violations", "Formats", "Formats.Allure", "Html", "Comparison", "Output", "Bundle", "Merging"],
        ["Engine"] = ["Waivers", "Settings", "Targets", "Planning", "Sending", "Concluding", "Results", "Recorded", "Cleanup", "Session"],
        ["MockOcp"] = ["Messages", "Faults", "Access", "Checking", "Operations", "State", "World", "Answering", "Hosting", Root],
        ["Cli"] = ["Invocation", "Output", "Export", "Commands", Root],
        ["Tests"] = ["Support", Root],
        ["Benchmarks"] = ["Measures", Root],
    };

    private static IEnumerable<string> Projects => Directory.EnumerateDirectories(Path.Combine(Project.Root, "tests"))
        .Select(folder => Path.GetFileName(folder)["OcpConformance.".Length..])
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Layered => Layers.Keys;

    [TestCaseSource(nameof(Projects))]
    public void No_folders_know_each_other_in_a_circle(string project) =>
        Circle(Uses(project)).Select(use => use.ToString()).Should().BeEmpty();

    [TestCaseSource(nameof(Layered))]
    public void Folders_use_only_what_comes_before_them(string project)
    {
        var order = Layers[project].ToList();
        SourceFile.In(Folder(project)).Select(file => file.Folder).Distinct(StringComparer.Ordinal)
            .Should().BeEquivalentTo(order, "each folder with sources is a layer");
        Uses(project).Where(use => order.IndexOf(use.To) > order.IndexOf(use.From)).Select(use => use.ToString()).Should().BeEmpty();
    }

    [Test]
    public void Circle_is_named_with_the_files_that_close_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Sample/A/First.cs", "using Sample.B;\n\nnamespace Sample.A;\n\npublic sealed class First;\n");
        folder.Write("Sample/B/Second.cs", "namespace Sample.B;\n\npublic sealed class Second(Sample.C.Third third);\n");
        folder.Write("Sample/C/Third.cs", "namespace Sample.C;\n\npublic sealed class Third(Outer outer);\n");
        folder.Write("Sample/Outer.cs", "using Sample.A;\n\nnamespace Sample;\n\npublic sealed class Outer(First first);\n");
        Circle(FolderUse.In(folder.File("Sample"))).Select(use => use.ToString()).Should().Equal(
            "A -> B (A/First.cs names Sample.B)",
            "B -> C (B/Second.cs names Sample.C.Third)",
            "C -> the root (C/Third.cs names Outer)",
            "the root -> A (Outer.cs names Sample.A)");
    }

    private static string Folder(string project) => Path.Combine(Project.Root, "tests", $"OcpConformance.{project}");

    private static IReadOnlyList<FolderUse> Uses(string project) => FolderUse.In(Folder(project));

    // Takes away what is in no circle until nothing is left, or walks along what is.
    private static List<FolderUse> Circle(IReadOnlyList<FolderUse> uses)
    {
        var left = uses;
        for (var count = -1; count != left.Count;)
        {
            count = left.Count;
            left = [.. left.Where(use => left.Any(next => next.From == use.To))];
        }

        var path = new List<FolderUse>();
        for (var at = left.Count == 0 ? null : left[0]; at is not null; at = left.First(next => next.From == at.To))
        {
            var start = path.FindIndex(use => use.From == at.From);
            if (start >= 0)
            {
                return path[start..];
            }

            path.Add(at);
        }

        return path;
    }
}
