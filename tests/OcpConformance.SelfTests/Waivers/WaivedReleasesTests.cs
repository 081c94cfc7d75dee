using OcpConformance.Engine.Waivers;

namespace OcpConformance.SelfTests.Waivers;

public sealed class WaivedReleasesTests
{
    [TestCase("4.2.2", "4.2.2", true)]
    [TestCase("4.2.2", "4.2.1", false)]
    [TestCase("4.2.2", "4.2.3", false)]
    [TestCase("4.2.2", null, false)]
    [TestCase("4.2.0-4.2.2", "4.1.9", false)]
    [TestCase("4.2.0-4.2.2", "4.2.0", true)]
    [TestCase("4.2.0-4.2.2", "4.2.2", true)]
    [TestCase("4.2.0-4.2.2", "4.3.0", false)]
    [TestCase("4.2.0-4.2.2", null, false)]
    [TestCase("4.2.0-", "4.1.9", false)]
    [TestCase("4.2.0-", "5.0.0", true)]
    [TestCase("4.2.0-", null, true)]
    [TestCase("-4.2.2", "3.1.1", true)]
    [TestCase("-4.2.2", "4.2.10", false)]
    [TestCase("-4.2.2", null, false)]
    public void Release_is_one_of_a_range(string text, string? version, bool included) =>
        WaivedReleases.Parse(text)!.Include(version is null ? null : Version.Parse(version)).Should().Be(included);

    [TestCase("")]
    [TestCase("-")]
    [TestCase("4")]
    [TestCase("4.2.0.1")]
    [TestCase("4.2.x")]
    [TestCase("4.2.0-4.2.1-4.2.2")]
    [TestCase("4.2.2-4.2.1")]
    public void Other_text_is_no_range(string text) => WaivedReleases.Parse(text).Should().BeNull();
}
