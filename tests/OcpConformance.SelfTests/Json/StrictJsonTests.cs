using System.Text;
using OcpConformance.Contract.Json;

namespace OcpConformance.SelfTests.Json;

public sealed class StrictJsonTests
{
    [TestCase("{}{}", JsonDefect.TrailingText)]
    [TestCase("{} trailing", JsonDefect.TrailingText)]
    [TestCase("{'a':1}", JsonDefect.Syntax)]
    [TestCase("{a:1}", JsonDefect.Syntax)]
    [TestCase("[1,]", JsonDefect.Syntax)]
    [TestCase("[1,,2]", JsonDefect.Syntax)]
    [TestCase("{}/**/", JsonDefect.TrailingText)]
    [TestCase("NaN", JsonDefect.Syntax)]
    [TestCase("undefined", JsonDefect.Syntax)]
    [TestCase("[01]", JsonDefect.Syntax)]
    [TestCase("[.5]", JsonDefect.Syntax)]
    [TestCase("new Date(1)", JsonDefect.Syntax)]
    [TestCase("{\"a\":1,\"a\":2}", JsonDefect.DuplicateMember)]
    [TestCase("{\"a\":1,\"\\u0061\":2}", JsonDefect.DuplicateMember)]
    [TestCase("", JsonDefect.Empty)]
    [TestCase("<html/>", JsonDefect.Markup)]
    [TestCase("{\"a\":", JsonDefect.Truncated)]
    [TestCase("[\"abc", JsonDefect.Truncated)]
    [TestCase("[\"\\ud800\"]", JsonDefect.Encoding)]
    [TestCase("{\"\\udc00\":1}", JsonDefect.Encoding)]
    [TestCase("\uFEFF{}", JsonDefect.Encoding)]
    public void Lenient_JSON_is_rejected_by_its_own_defect(string text, JsonDefect defect) => StrictJson.Read(Encoding.UTF8.GetBytes(text)).Defect.Should().Be(defect);

    [TestCase(64, null)]
    [TestCase(65, JsonDefect.TooDeep)]
    [TestCase(100_000, JsonDefect.TooDeep)]
    public void Nesting_is_bounded(int depth, JsonDefect? defect) =>
        StrictJson.Read(Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth))).Defect.Should().Be(defect);

    [Test]
    public void Bytes_that_are_not_UTF8_are_rejected_with_their_offset() =>
        StrictJson.Read((byte[])[(byte)'"', 0xC3, (byte)'"']).Detail!.Text.Should().Contain("offset 1");

    [TestCase("{\"a\":[1,2.5,-3e2,true,null,\"\\ud83d\\ude00\"]}")]
    [TestCase(" \n{}\t")]
    [TestCase("\"text\"")]
    public void Strict_JSON_is_accepted(string text) => StrictJson.Read(Encoding.UTF8.GetBytes(text)).Value.Should().NotBeNull();

    [TestCase("/a~1b/0/c~0d", "1")]
    [TestCase("/a~1b/1", null)]
    [TestCase("/n", null)]
    public void Pointer_leads_to_its_value(string pointer, string? value) =>
        JsonPointer.Find(StrictJson.Read("""{"a/b":[{"c~d":1}],"n":null}"""u8.ToArray()).Value!.Value, pointer)?.ToString().Should().Be(value);
}
