using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;
using OcpConformance.SelfTests.Support;
using OcpConformance.Transport.Redaction;

namespace OcpConformance.SelfTests.Transport;

public sealed class SecretNamesTests
{
    private static readonly SecretNames Names = Project.Contract.SecretNames;
    private static readonly Redactor Redactor = new([], Names);

    [TestCase("""{"rootPassword": "a\"b", "id": 1}""", """{"rootPassword": "[redacted]", "id": 1}""")]
    [TestCase("""{"pass\u0077ord":"a\\"}""", """{"pass\u0077ord":"[redacted]"}""")]
    [TestCase("""{"PASSWORD":["a",7,{"b":"c"}],"d":"e"}""", """{"PASSWORD":["[redacted]",0,{"b":"[redacted]"}],"d":"e"}""")]
    [TestCase("""{"ä":"ö","token":12,"password":true,"secret":null,"pwd":""}""", """{"ä":"ö","token":0,"password":true,"secret":null,"pwd":""}""")]
    [TestCase("""{"a":"{\"token\":\"x\\\"y\",\"b\":1}"}""", """{"a":"{\"token\":\"[redacted]\",\"b\":1}"}""")]
    [TestCase("""{"a":"password=\"x","b":1}""", """{"a":"password=\"[redacted]","b":1}""")]
    [TestCase("""{"password":"cut of""", """{"password":"[redacted]""")]
    [TestCase("""oops {"password" : 'x', 'id': 1""", """oops {"password" : '[redacted]', 'id': 1""")]
    [TestCase("user=a&password=b&c=d", "user=a&password=[redacted]&c=d")]
    [TestCase("https://h/p?accessToken=b%20c#d", "https://h/p?accessToken=[redacted]")]
    [TestCase("""{"passwordPolicy":"strong","message":"password: must not be empty"}""", """{"passwordPolicy":"strong","message":"password: must not be empty"}""")]
    public void Value_of_a_secret_name_is_replaced_and_nothing_else(string text, string expected) => Redactor.Redact(text).Should().Be(expected);

    [TestCase("/data/rootPassword", "the string \"x\"", "[redacted]")]
    [TestCase("/data/name", "the string \"x\"", "the string \"x\"")]
    public void Finding_at_a_secret_place_says_nothing_of_the_value(string place, string actual, string expected) => Redactor.Redact(place, Message.Verbatim(actual)).Text.Should().Be(expected);

    [TestCase("X-Api-Key")]
    [TestCase("x-auth-token")]
    public void Header_that_is_listed_is_replaced_whole(string name) => Redactor.Redact([new Header(name, "a")]).Single().Value.Should().Be("[redacted]");

    [Test]
    public void Members_of_the_contract_that_sound_secret_are_covered() =>
        Project.Contract.Schemas.Files.Values
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(file.GetRawText(), "\"(\\w*(?:[pP]assword|AccessKey|accessKey|accessKeySecret|accessKeyId|Token))\"\\s*:").Select(match => match.Groups[1].Value))
            .Where(name => !Names.IsMember(name)).Should().BeEmpty();

    [Test]
    public void Values_are_collected_where_they_are_long_and_no_word_of_the_contract()
    {
        var harvest = new SecretCollector(Names, value => value == "CONTRACTWORD");
        harvest.Add(new ExchangeAnswer(200, [new Header("Set-Cookie", "a=cookie-value; Path=/"), new Header("X-Api-Key", "key-value-1")], """{"token":"token-value","pwd":"short","secret":"CONTRACTWORD"}"""u8.ToArray()));
        harvest.Add(new ExchangeRequest("GET", new Uri("http://h/?token=in%2Fthe-query"), [new Header("Authorization", "Scheme id:signature=")]));
        harvest.Values.Should().Equal("cookie-value", "key-value-1", "token-value", "in/the-query", "id:signature=", "signature=");
    }

    [Test]
    public void Collection_is_bounded()
    {
        var harvest = new SecretCollector(Names, _ => false);
        Enumerable.Range(10_000_000, SecretCollector.MostValues + 5).ToList().ForEach(number => harvest.Add($"{number}"));
        harvest.Values.Should().HaveCount(SecretCollector.MostValues);
    }

    [Test, CancelAfter(5000)]
    public void Hostile_text_takes_no_long_time() =>
        Redactor.Redact(string.Concat(Enumerable.Repeat("password=\\\"", 50_000)) + new string('\\', 200_000) + string.Concat(Enumerable.Repeat("\"token\":\"", 50_000))).Should().NotBeEmpty();
}
