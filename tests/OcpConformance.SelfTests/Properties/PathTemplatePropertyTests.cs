using FsCheck.Fluent;
using OcpConformance.Contract.Catalog;

namespace OcpConformance.SelfTests.Properties;

public sealed class PathTemplatePropertyTests
{
    private static readonly PathTemplate Template = new("/api/v2/a/{first}/b/{second}");

    [Test]
    public void Values_that_fill_a_path_are_found_in_it_again() =>
        Property.Holds(Generators.Text(1, 8).Two(), pair =>
        {
            var values = new Dictionary<string, string> { ["first"] = pair.Item1, ["second"] = pair.Item2 };
            Template.Match(Template.Fill(values)).Should().Equal(values);
        });

    [Test]
    public void Values_survive_the_way_through_an_address() =>
        Property.Holds(Generators.Text(1, 8).Where(PathTemplate.IsSegment).Two(), pair =>
        {
            var values = new Dictionary<string, string> { ["first"] = pair.Item1, ["second"] = pair.Item2 };
            Template.Match(new Uri($"http://example.invalid{Template.Fill(values)}").AbsolutePath).Should().Equal(values);
        });

    [TestCase("")]
    [TestCase(".")]
    [TestCase("..")]
    public void Value_that_leads_to_another_path_is_no_segment(string value) => PathTemplate.IsSegment(value).Should().BeFalse();
}
