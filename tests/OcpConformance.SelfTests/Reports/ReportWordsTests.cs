using System.Text.RegularExpressions;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Html;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Reports;

public sealed partial class ReportWordsTests
{
    private static readonly string Folder = Path.Combine(Project.Root, "tests/OcpConformance.Report/Html/Assets");

    private static readonly Dictionary<string, string[]> Families = new()
    {
        ["outcome."] = [.. Enum.GetValues<ConclusionKind>().Select(Vocabulary.Word)],
        ["meaning."] = [.. Enum.GetValues<ConclusionKind>().Select(Vocabulary.Word)],
        ["verdict."] = [.. Enum.GetValues<VerdictKind>().Select(Vocabulary.Word)],
        ["level."] = [.. Enum.GetValues<Level>().Select(Vocabulary.Word)],
        ["deciding."] = [.. Enum.GetValues<Level>().Select(Vocabulary.Word)],
        ["kind."] = [.. Enum.GetValues<CheckKind>().Select(Vocabulary.Word)],
        ["target."] = ["mock", "live", "recorded", "unknown"],
        ["edition."] = ["enterprise", "community"],
    };

    [Test]
    public void Both_languages_have_the_same_words_with_the_same_gaps() =>
        GapsOf(ReportWords.Chinese).Should().Equal(GapsOf(ReportWords.English));

    [Test]
    public void Every_word_is_used_and_every_used_word_exists()
    {
        var used = Directory.GetFiles(Folder, "report.*").SelectMany(file => UsedWord().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value));
        var families = Families.SelectMany(family => family.Value.Select(word => family.Key + word));
        ReportWords.English.Words.Keys.Should().BeEquivalentTo(used.Where(key => !key.EndsWith('.')).Concat(families).Distinct());
    }

    private static IEnumerable<string> GapsOf(ReportWords words) =>
        words.Words.Select(pair => $"{pair.Key} {string.Concat(Gap().Matches(pair.Value).Select(match => match.Value).Order(StringComparer.Ordinal))}");

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"(?:\bt\(|label: )'(?<key>[a-z.-]+)'|'(?<key>[a-z.-]+)' \| (?:t\b|append)")]
    private static partial Regex UsedWord();
}
