using System.Xml.Linq;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Output;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Settings;

public sealed class ProfileTests
{
    private static readonly string Folder = Path.Combine(Project.Root, "runsettings");

    private static IEnumerable<string> Profiles => Directory.EnumerateFiles(Folder, "*.runsettings").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    [Test]
    public void There_are_five_profiles() =>
        Profiles.Should().Equal("acceptance.runsettings", "ci.runsettings", "live.runsettings", "mock.runsettings", "smoke.runsettings");

    [TestCaseSource(nameof(Profiles))]
    public void Every_parameter_of_a_profile_is_a_setting_with_a_comment_above_it(string profile)
    {
        var parameters = Load(profile).Descendants("Parameter").ToList();
        parameters.Select(parameter => parameter.Attribute("name")!.Value).Should().BeSubsetOf(
            SettingTable.General.Concat(SettingTable.OfResources(Project.Contract.Resources.Values)).Select(definition => definition.Name));
        parameters.Where(parameter => parameter.NodesBeforeSelf().LastOrDefault(node => node is XElement or XComment) is not XComment).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Profiles))]
    public void Filter_that_matches_nothing_fails_under_every_profile(string profile) =>
        Load(profile).Descendants("TreatNoTestsAsError").Should().ContainSingle(element => element.Value == "true");

    [Test]
    public void Acceptance_is_strict_and_writes_a_bundle()
    {
        var settings = Read("acceptance.runsettings");
        settings.Level.Should().Be(Level.Should);
        settings.MinExercised.Should().BePositive();
        settings.Bundle.Should().Be("/start/acceptance.zip", "a relative path counts from the folder that the run is started in");
    }

    [Test]
    public void Pipeline_reads_JUnit_and_summary_and_is_red_for_must_alone()
    {
        var settings = Read("ci.runsettings");
        settings.Level.Should().Be(Level.Must);
        ReportFormats.Names.Except(ReportFormats.LeftOut(settings.Formats)).Should().Equal("json", "junit", "summary");
    }

    private static RunSettings Read(string profile) => SettingsReader.Read(
        new SettingSource(
            new Dictionary<string, string> { ["PWD"] = "/start", ["OCP_BASE_URL"] = "http://127.0.0.1:1", ["OCP_USERNAME"] = "u", ["OCP_PASSWORD"] = "p" },
            Load(profile).Descendants("Parameter").ToDictionary(parameter => parameter.Attribute("name")!.Value, parameter => parameter.Attribute("value")!.Value)),
        Project.Contract);

    private static XDocument Load(string profile) => XDocument.Load(Path.Combine(Folder, profile));
}
