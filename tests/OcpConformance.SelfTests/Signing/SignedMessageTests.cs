using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Signing;

namespace OcpConformance.SelfTests.Signing;

public sealed class SignedMessageTests
{
    private const string PublishedSecret = "2fc0c299cc94c6be266f2ceece765d4d";
    private const string PublishedHost = "ocp.alibaba.net:8080";

    [Test]
    public void Published_signature_of_a_POST_is_reproduced()
    {
        var message = SignedMessage.Of(
            "POST", "/api/v2/compute/idcs", PublishedHost,
            [new("Content-Type", "application/json"), new("Date", "Tue, 17 Jan 2023 09:13:57 GMT"), new("x-ocp-data", "A,1")],
            """{"name":"test01","description":"test","regionId":1}"""u8);

        message.Should().Contain("186974DB33A090A16D3E2CA35F547B56");
        SignedMessage.Sign(message, PublishedSecret).Should().Be("XN8P+O+v3vUabB16ZCooq5wMJoY=");
    }

    [Test]
    public void Published_signature_of_a_GET_is_reproduced() =>
        SignedMessage.Sign(
            SignedMessage.Of("GET", "/api/v2/compute/idcs?size=100", PublishedHost, [new("Content-Type", "application/json;charset=utf-8"), new("Date", "Tue, 17 Jan 2023 04:14:02 GMT")], []),
            PublishedSecret).Should().Be("TsQD6HDOuZuJ409m0wdnZPmijlc=");

    [TestCase("/p?b=2&a=1", "/p?a=1&b=2")]
    [TestCase("/p?a=3&a=1&a=2", "/p?a=1,2,3")]
    [TestCase("/p?a=", "/p?a=")]
    [TestCase("/p?a", "/p?a=")]
    [TestCase("/p?a=x%20y", "/p?a=x%20y")]
    [TestCase("/p?a=x+y", "/p?a=x%20y")]
    [TestCase("/p?a=%2f%3A~-_.", "/p?a=%2F%3A~-_.")]
    [TestCase("/p?a=%E9%9B%86%E7%BE%A4", "/p?a=%E9%9B%86%E7%BE%A4")]
    [TestCase("/p?", "/p")]
    public void Query_is_signed_sorted_joined_and_encoded(string target, string signed) =>
        SignedMessage.Of("GET", target, "h", [], []).Split('\n')[^1].Should().Be(signed);

    [Test]
    public void Own_headers_are_signed_in_lower_case_and_sorted()
    {
        Header[] headers = [new("X-OCP-Zone", " z "), new("x-ocp-data", "b"), new("X-Ocp-Data", "a"), new("X-Other", "o")];
        SignedMessage.Of("get", "/p", "h:1", headers, []).Should().Be("GET\n\n\n\nh:1\nx-ocp-data:a,b\nx-ocp-zone:z\n/p");
    }
}
