using System.Text.Json;
using System.Text.RegularExpressions;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Messages;

public sealed partial class MessageTests
{
    // Codes that the sources put together of a beginning and a name that is data.
    private static readonly string[] Families = ["rejects-", "type-", "format-"];

    private static readonly string Sources = string.Concat(Directory.EnumerateFiles(Path.Combine(Project.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("SelfTests", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllText));

    private static IEnumerable<string> Codes => MessageTable.English.Codes;

    [Test]
    public void Both_languages_have_the_same_codes() => MessageTable.Chinese.Codes.Should().Equal(Codes);

    [TestCaseSource(nameof(Codes))]
    public void Message_shows_all_its_arguments_in_both_languages(string code)
    {
        var arguments = Enumerable.Range(0, MessageTable.English.Gaps(code)).Select(index => $"<{index}>").ToList();
        var message = Message.Of(code, [.. arguments.Select(argument => (Argument)argument)]);
        foreach (var table in new[] { MessageTable.English, MessageTable.Chinese })
        {
            var text = message.In(table);
            arguments.Where(argument => !text.Contains(argument, StringComparison.Ordinal)).Should().BeEmpty(text);
            text.Should().NotBeEmpty().And.NotContainAny("{", "}");
        }

        Han().IsMatch(message.Text).Should().BeFalse(message.Text);
        if (MessageTable.English.HasWords(code) && code is not ("http-status" or "http-answer"))
        {
            Han().IsMatch(message.In(MessageTable.Chinese)).Should().BeTrue(message.In(MessageTable.Chinese));
        }
    }

    [TestCaseSource(nameof(Codes))]
    public void Code_of_the_table_is_told_by_the_sources(string code) =>
        (Sources.Contains($"\"{code}\"", StringComparison.Ordinal) || Families.Any(family => code.StartsWith(family, StringComparison.Ordinal))).Should().BeTrue();

    [Test]
    public void Code_of_the_sources_is_in_the_table() =>
        CodeTold().Matches(Sources).Select(match => match.Groups["code"].Value).Distinct(StringComparer.Ordinal).Except(Codes, StringComparer.Ordinal).Should().BeEmpty();

    [Test]
    public void Every_requirement_is_a_message_that_Chinese_has_words_for() =>
        new ApplicableRequirements(Project.Contract).All().Where(requirement => requirement.Sentence.In(MessageTable.Chinese) == requirement.Sentence.Text).Should().BeEmpty();

    [TestCase("one-of", "is one of A, B", "是以下之一：A, B")]
    [TestCase("no-such-place", "the answer has no A or B", "响应没有 A或B")]
    [TestCase("changes-target", "it changes what the target has; A, and B", "它会更改被测目标已有的内容；请A，并B")]
    [TestCase("sentence", "A; B.", "A；B。")]
    [TestCase("sentences", "A B", "AB")]
    public void List_is_joined_as_the_template_says(string code, string english, string chinese)
    {
        var message = Message.Of(code, Argument.List(["A", "B"]));
        (message.Text, message.In(MessageTable.Chinese)).Should().Be((english, chinese));
    }

    [TestCase(1, "1 requirement is violated")]
    [TestCase(2, "2 requirements are violated")]
    public void Number_chooses_the_word(int count, string text) => Message.Of("requirements-violated", count).Text.Should().Be(text);

    [Test]
    public void Sentence_in_a_clause_has_no_full_stop() =>
        Message.Sentence(Message.Of("clause", Message.Sentence(Message.Of("no-data"))), Message.Of("merged", 2)).Text.Should().StartWith("The answer has no data; merged");

    [Test]
    public void Code_that_no_table_has_is_refused() => FluentActions.Invoking(() => Message.Of("no-such-code")).Should().Throw<ArgumentException>().WithMessage("*'no-such-code' has 0 arguments*");

    [Test]
    public void Wrong_number_of_arguments_is_refused() => FluentActions.Invoking(() => Message.Of("no-data", "x")).Should().Throw<ArgumentException>();

    [Test]
    public void File_holds_code_arguments_and_text()
    {
        var message = Message.Of("in-place-of", Message.Of("value-string", "\"X\""), Message.Of("at-place", "data.mode", Message.Of("one-of", Argument.List(["A", "B"]))));
        var json = JsonSerializer.Serialize(message);
        json.Replace("\\u0022", "'", StringComparison.Ordinal).Should().Be(
            """{"text":"the string 'X', where data.mode is one of A, B","code":"in-place-of","arguments":[{"code":"value-string","arguments":["'X'"]},{"code":"at-place","arguments":["data.mode",{"code":"one-of","arguments":[["A","B"]]}]}]}""");
        var read = JsonSerializer.Deserialize<Message>(json)!;
        (read.Equals(message), JsonSerializer.Serialize(read), read.In(MessageTable.Chinese)).Should().Be((true, json, message.In(MessageTable.Chinese)));
    }

    [Test]
    public void Code_of_a_later_version_keeps_its_English()
    {
        var later = JsonSerializer.Deserialize<Message>("""{"text":"it rains","code":"rain","arguments":[7,{"code":"wind"}]}""")!;
        (later.Text, later.In(MessageTable.Chinese), JsonSerializer.Serialize(later)).Should().Be(("it rains", "it rains", """{"text":"it rains","code":"rain","arguments":[7,{"code":"wind"}]}"""));
    }

    [TestCase("{}")]
    [TestCase("7")]
    [TestCase("""{"code":"no-data"}""")]
    [TestCase("""{"text":7}""")]
    [TestCase("""{"text":"x","more":1}""")]
    [TestCase("""{"text":"x","arguments":{}}""")]
    [TestCase("""{"text":"x","arguments":[true]}""")]
    public void Value_that_is_no_message_is_refused(string json) => FluentActions.Invoking(() => JsonSerializer.Deserialize<Message>(json)).Should().Throw<JsonException>();

    [Test]
    public void Secret_goes_from_every_argument()
    {
        var message = Message.Of("in-place-of", Message.Of("value-string", "hunter2"), Message.Of("one-of", Argument.List(["A", "hunter2"])));
        var redacted = message.Select(text => text.Replace("hunter2", "[redacted]", StringComparison.Ordinal));
        redacted.Text.Should().Be("the string [redacted], where is one of A, [redacted]");
        JsonSerializer.Serialize(redacted).Should().NotContain("hunter2");
        message.Select(text => text).Should().BeSameAs(message);
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex("Message\\.Of\\(\\s*\"(?<code>[a-z0-9-]+)\"")]
    private static partial Regex CodeTold();
}
