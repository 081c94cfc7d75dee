using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FsCheck.Fluent;
using OcpConformance.Transport.Redaction;

namespace OcpConformance.SelfTests.Properties;

public sealed class RedactionPropertyTests
{
    private const string Capitals = "BCDFGHJKLM";

    private static readonly (string Name, Func<string, string> Write)[] Spellings =
    [
        ("plain", secret => secret),
        ("percent-encoded", Uri.EscapeDataString),
        ("percent-encoded in lower case", secret => Uri.EscapeDataString(secret).Replace("%2F", "%2f").Replace("%C3", "%c3").Replace("%E9", "%e9")),
        ("percent-encoded twice", secret => Uri.EscapeDataString(Uri.EscapeDataString(secret))),
        ("every byte percent-encoded", secret => string.Concat(Encoding.UTF8.GetBytes(secret).Select(value => $"%{value:x2}"))),
        ("in a form", secret => WebUtility.UrlEncode(secret)),
        ("in JSON", secret => JsonSerializer.Serialize(secret)[1..^1]),
        ("in relaxed JSON", secret => JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString()),
        ("in JSON in JSON", secret => JsonSerializer.Serialize(JsonSerializer.Serialize(secret)[1..^1])[1..^1]),
        ("in JSON with escaped slashes", secret => JsonSerializer.Serialize(secret)[1..^1].Replace("/", "\\/")),
        ("every character escaped in JSON", secret => string.Concat(secret.Select(unit => $"\\u{(int)unit:x4}"))),
        ("in HTML", WebUtility.HtmlEncode),
        ("in HTML in HTML", secret => WebUtility.HtmlEncode(WebUtility.HtmlEncode(secret))),
        ("every character escaped in HTML", secret => string.Concat(secret.EnumerateRunes().Select(rune => $"&#x{rune.Value:X};"))),
        ("quoted for a shell", secret => secret.Replace("'", "'\\''")),
        ("bytes read as Latin-1", secret => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(secret))),
    ];

    private static IEnumerable<string> SpellingNames => Spellings.Select(spelling => spelling.Name);

    [TestCaseSource(nameof(SpellingNames))]
    public void Secret_is_replaced_and_nothing_else(string name) =>
        Property.Holds(Generators.Text(Redactor.LeastAnywhere, 20).Zip(Generators.Of(Capitals, 0, 5).Two()), sample =>
        {
            var (secret, (before, after)) = sample;
            var written = Spellings.Single(spelling => spelling.Name == name).Write(secret);
            new Redactor([secret]).Redact(before + written + after).Should().Be($"{before}{Redactor.Mark}{after}");
        });

    // A colon stands between quotes in any JSON object.
    [Test]
    public void Very_short_secret_is_replaced_as_a_whole_value() =>
        Property.Holds(Generators.Text(1, Redactor.LeastAnywhere - 1).Where(secret => secret.Length < Redactor.LeastAnywhere && secret != ":"), secret =>
            new Redactor([secret]).Redact(JsonSerializer.Serialize(new { name = secret })).Should().Be($$"""{"name":"{{Redactor.Mark}}"}"""));

    [Test]
    public void Base64_of_what_holds_the_secret_tells_nothing_of_it([Values("+/", "-_")] string last, [Values] bool inJson) =>
        Property.Holds(Generators.Text(Redactor.LeastAnywhere, 20).Zip(Generators.Text(0, 5).Two()), sample =>
        {
            var (secret, (before, after)) = sample;
            var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{secret}{after}")).Replace('+', last[0]).Replace('/', last[1]);
            var redacted = new Redactor([secret]).Redact(inJson ? JsonSerializer.Serialize(encoded)[1..^1] : encoded);
            var start = Encoding.UTF8.GetByteCount(before) * 8 / 6;
            redacted.Should().Contain(Redactor.Mark);
            (inJson ? JsonSerializer.Deserialize<string>($"\"{redacted}\"")! : redacted).Split(Redactor.Mark)[0].Length.Should().BeLessThanOrEqualTo(start);
        });

    [Test]
    public void Secret_in_UTF_16_is_replaced() =>
        Property.Holds(Generators.Of(Capitals, Redactor.LeastAnywhere, 20), secret =>
            new Redactor([secret]).Redact(Encoding.Latin1.GetString(Encoding.Unicode.GetBytes($"<{secret}>"))).Should().Be($"<\0{Redactor.Mark}\0>\0"));

    [Test]
    public void Secret_that_a_message_cuts_off_is_replaced() =>
        Property.Holds(Generators.Text(5, 30).Where(secret => secret.EnumerateRunes().Count() > 4), secret =>
        {
            var beginning = string.Concat(secret.EnumerateRunes().SkipLast(1));
            new Redactor([secret]).Redact($"the string {beginning}…").Should().Be($"the string {Redactor.Mark}…");
        });

    [Test]
    public void Text_without_the_secret_stays() =>
        Property.Holds(Generators.Of(Capitals, 3, 20).Zip(Generators.Text(0, 200)), sample =>
            new Redactor([sample.Item1]).Redact(sample.Item2).Should().Be(sample.Item2));

    [Test, CancelAfter(5000)]
    public void Hostile_text_takes_no_long_time() =>
        new Redactor([new string('\\', 30) + "x", "%25%25%25%25%25%25x"]).Redact(new string('\\', 200_000) + string.Concat(Enumerable.Repeat("%25", 50_000))).Should().NotContain(Redactor.Mark);
}
