using System.Text;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Redaction;

namespace OcpConformance.SelfTests.Transport;

public sealed class RedactorTests
{
    private const string Secret = "p@ss\"wörd/+ 1";

    [TestCase(Secret)]
    [TestCase("p%40ss%22w%C3%B6rd%2F%2B%201")]
    [TestCase("p@ss\\u0022w\\u00F6rd/\\u002B 1")]
    public void Secret_is_replaced_in_every_spelling(string spelling) =>
        new Redactor([Secret]).Redact($"before {spelling} after").Should().Be("before [redacted] after");

    [Test]
    public void Basic_token_is_replaced_wherever_it_occurs()
    {
        var token = Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{Secret}"));
        new Redactor(new BasicCredentials("admin", Secret).Secrets).Redact($"echo of {token}").Should().NotContain(token);
    }

    [TestCase("Authorization")]
    [TestCase("cookie")]
    [TestCase("Set-Cookie")]
    public void Header_that_carries_credentials_is_replaced_whole(string name) =>
        new Redactor([]).Redact([new Header(name, "anything")]).Single().Value.Should().Be(Redactor.Mark);

    [TestCase("abc", "[redacted]")]
    [TestCase("{\"word\":\"abc\",\"abc\":[\"abc\"]}", "{\"word\":\"[redacted]\",\"[redacted]\":[\"[redacted]\"]}")]
    [TestCase("{\\\"word\\\":\\\"abc\\\"}", "{\\\"word\\\":\\\"[redacted]\\\"}")]
    [TestCase("word is 'abc'", "word is '[redacted]'")]
    [TestCase("/x?word=abc&y=abc", "/x?word=[redacted]&y=[redacted]")]
    [TestCase("word%3Dabc", "word%3D[redacted]")]
    [TestCase("an abc is no abc, abc/abc:abc \"abc'", "an abc is no abc, abc/abc:abc \"abc'")]
    [TestCase("abcd=abcd YWJj", "abcd=abcd YWJj")]
    public void Very_short_secret_is_replaced_where_it_is_a_whole_value_and_hides_no_other_text(string text, string redacted) =>
        new Redactor(["abc"]).Redact(text).Should().Be(redacted);

    [Test]
    public void Secret_of_four_characters_is_replaced_wherever_it_occurs() => new Redactor(["abcd"]).Redact("xabcdx YWJjZA==").Should().Be("x[redacted]x [redacted]==");

    [Test]
    public void Very_short_password_is_replaced_beside_its_user() =>
        new Redactor(new BasicCredentials("admin", "b").Secrets).Redact($"a bad admin:b {Convert.ToBase64String("admin:b"u8)}").Should().Be("a bad [redacted] [redacted]");

    [Test]
    public void Empty_secret_replaces_nothing() => new Redactor([string.Empty]).Redact("text").Should().Be("text");
}
