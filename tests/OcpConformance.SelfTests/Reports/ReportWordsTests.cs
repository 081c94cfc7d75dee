using System.Text.Json;
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
        ["outcome."] = [Vocabulary.Conformant, Vocabulary.NonConformant, Vocabulary.Incomplete],
        ["meaning."] = [Vocabulary.Conformant, Vocabulary.NonConformant, Vocabulary.Incomplete],
        ["verdict."] = [Vocabulary.Conforms, Vocabulary.Violates, Vocabulary.Waived, Vocabulary.Blocked, Vocabulary.NotExercised],
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

    [Test]
    public void Every_sentence_pattern_keeps_what_its_Chinese_keeps() =>
        ChineseSentences.Patterns.Should().OnlyContain(pair => Gap().Matches(pair.Key).Select(match => match.Value).Order().SequenceEqual(Gap().Matches(pair.Value).Select(match => match.Value).Order()));

    [Test]
    public void Nearly_every_requirement_is_said_in_Chinese()
    {
        var sentences = Sentences().ToList();
        var untranslated = sentences.Where(sentence => ChineseSentences.Of(sentence) is null).ToList();
        (untranslated.Count * 100).Should().BeLessThan(sentences.Count, "at most one in a hundred stays English, and not {0}", string.Join("; ", untranslated.Distinct().Take(20)));
    }

    [TestCase("data.mode is one of A, B", "data.mode 是以下之一：A, B")]
    [TestCase("the answer is an object", "响应 是对象")]
    [TestCase("the string \"is one of A\"", "字符串 \"is one of A\"")]
    [TestCase("the answer has a body", "响应有正文")]
    [TestCase("3 requirements are violated; 2 of level should warn.", "违反了 3 条要求；另有 2 条“应当”级别的要求有警告。")]
    [TestCase("a sentence of no known pattern", null)]
    public void Sentence_is_said_in_Chinese_where_its_pattern_is_known(string sentence, string? chinese) => ChineseSentences.Of(sentence).Should().Be(chinese);

    [Test]
    public void Every_pattern_of_a_requirement_is_that_of_a_requirement()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "sentences.zh-CN.json")));
        var patterns = file.RootElement.GetProperty("requirements").EnumerateObject().Select(pattern => pattern.Name).Where(pattern => pattern != "the answer");
        patterns.Except(Sentences().Select(ChineseSentences.PatternOf)).Should().BeEmpty();
    }

    private static IEnumerable<string> Sentences() => new ApplicableRequirements(Project.Contract).All().Select(requirement => requirement.Sentence);

    private static IEnumerable<string> GapsOf(ReportWords words) =>
        words.Words.Select(pair => $"{pair.Key} {string.Concat(Gap().Matches(pair.Value).Select(match => match.Value).Order(StringComparer.Ordinal))}");

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"(?:\bt\(|label: )'(?<key>[a-z.-]+)'|'(?<key>[a-z.-]+)' \| (?:t\b|append)")]
    private static partial Regex UsedWord();
}
