using System.Text.RegularExpressions;

namespace OcpConformance.SelfTests.Structure;

/// <summary>What a source file says about where it stands and what it uses.</summary>
/// <param name="Name">The file, relative to its project.</param>
/// <param name="Folder">The namespace below that of the project, like <c>Formats.Allure</c>; empty for the root.</param>
/// <param name="Usings">The namespaces that it names in using lines.</param>
/// <param name="Types">The types that it declares.</param>
/// <param name="Words">The names in its code, with what stands before a dot.</param>
internal sealed partial record SourceFile(
    string Name, string Folder, IReadOnlySet<string> Usings, IReadOnlySet<string> Types, IReadOnlySet<string> Words)
{
    public static IReadOnlyList<SourceFile> In(string project) =>
    [
        .. Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(project, file).Split('/', '\\')[0] is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(file => Read(project, file)),
    ];

    private static SourceFile Read(string project, string file)
    {
        var name = Path.GetRelativePath(project, file).Replace('\\', '/');
        var folder = Path.GetDirectoryName(name)!.Replace('\\', '/').Replace('/', '.');
        var code = Comment().Replace(File.ReadAllText(file), string.Empty);
        var usings = Using().Matches(code).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var types = Declaration().Matches(code).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var names = Text().Replace(Using().Replace(code, string.Empty), string.Empty);
        var words = Word().Matches(names).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        return new SourceFile(name, folder, usings, types, words);
    }

    [GeneratedRegex(@"(?<!:)//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(global )?using (static )?(?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Using();

    [GeneratedRegex(
        @"^(public|internal)[\w ]*? (class|record struct|record|struct|enum|interface) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    // Only plain strings; what stands in the braces of others is code.
    [GeneratedRegex("(?<![$@\"])\"(\\\\.|[^\"\\\\\\n])*\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Text();

    [GeneratedRegex(@"(?<![\w.])([A-Z]\w*\.)*[A-Z]\w*", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
