using System.Text.RegularExpressions;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Settings;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Settings;

public sealed class SettingsReaderTests
{
    private static readonly Dictionary<string, string> Live = new() { ["OCP_BASE_URL"] = "https://ocp.example.com:8080", ["OCP_USERNAME"] = "admin", ["OCP_PASSWORD"] = "hidden" };

    [Test]
    public void Nothing_given_means_the_mock() => Read([]).Should().Match<RunSettings>(settings => settings.IsMock && settings.Level == Level.Must && settings.Parallel == 8);

    [Test]
    public void Environment_comes_before_the_parameters_of_the_file()
    {
        var source = new SettingSource(new Dictionary<string, string> { ["OCP_PARALLEL"] = "3" }, new Dictionary<string, string> { ["OCP_PARALLEL"] = "4", ["OCP_LEVEL"] = "should" });
        SettingsReader.Read(source, Project.Contract).Should().Match<RunSettings>(settings => settings.Parallel == 3 && settings.Level == Level.Should);
    }

    [Test]
    public void Empty_value_counts_as_not_given() => Read(new() { ["OCP_BASE_URL"] = "", ["OCP_LEVEL"] = "" }).IsMock.Should().BeTrue();

    [Test]
    public void Live_target_takes_its_settings()
    {
        var settings = Read(new(Live) { ["OCP_CLUSTER_ID"] = "42" });
        settings.BaseUrl.Should().Be("https://ocp.example.com:8080");
        settings.ResourceValues.Should().Contain("cluster.id", "42");
        settings.Given["OCP_PASSWORD"].Should().Be("(set)");
    }

    [TestCase("OCP_BASE_ULR", "http://x", "OCP_BASE_ULR", "OCP_BASE_URL")]
    [TestCase("OCP_SOMETHING_ELSE", "1", "OCP_SOMETHING_ELSE", "README")]
    [TestCase("OCP_BASE_URL", "ocp.example.com", "OCP_BASE_URL", "https://")]
    [TestCase("OCP_BASE_URL", "ftp://ocp.example.com", "OCP_BASE_URL", "https://")]
    [TestCase("OCP_BASE_URL", "https://admin:hidden@ocp.example.com", "OCP_BASE_URL", "OCP_PASSWORD")]
    [TestCase("OCP_BASE_URL", "https://ocp.example.com/?x=1", "OCP_BASE_URL", "port and path")]
    [TestCase("OCP_USERNAME", "a:b", "OCP_USERNAME", "colon")]
    [TestCase("OCP_PASSWORD", "", "OCP_PASSWORD", "needs a password")]
    [TestCase("OCP_CLUSTER_ID", "north", "OCP_CLUSTER_ID", "whole number")]
    [TestCase("OCP_AUTH", "aksk", "OCP_AUTH", "OCP_ACCESS_KEY_SECRET")]
    [TestCase("OCP_AUTH", "token", "OCP_AUTH", "basic or aksk")]
    [TestCase("OCP_ACCESS_KEY_ID", "key", "OCP_ACCESS_KEY_ID", "OCP_ACCESS_KEY_SECRET")]
    [TestCase("OCP_ACCESS_KEY_SECRET", "key", "OCP_ACCESS_KEY_SECRET", "OCP_ACCESS_KEY_ID")]
    [TestCase("OCP_EFFECTS", "read,explode", "OCP_EFFECTS", "write, destroy, disrupt")]
    [TestCase("OCP_VERSION", "2.0.0", "OCP_VERSION", "3.1.1")]
    [TestCase("OCP_VERSION", "4.2", "OCP_VERSION", "like 4.2.2")]
    [TestCase("OCP_EDITION", "oss", "OCP_EDITION", "enterprise or community")]
    [TestCase("OCP_REPLAY", "/no/such.har", "OCP_REPLAY", "no file")]
    [TestCase("OCP_LEVEL", "Must", "OCP_LEVEL", "must or should")]
    [TestCase("OCP_FORMATS", "junit,pdf", "OCP_FORMATS", "json, junit")]
    [TestCase("OCP_TIMEOUT_SECONDS", "abc", "OCP_TIMEOUT_SECONDS", "1 to 3600")]
    [TestCase("OCP_TIMEOUT_SECONDS", "0", "OCP_TIMEOUT_SECONDS", "1 to 3600")]
    [TestCase("OCP_RATE_BUDGET_SECONDS", "-1", "OCP_RATE_BUDGET_SECONDS", "0 to 86400")]
    [TestCase("OCP_RATE_BUDGET_SECONDS", "86401", "OCP_RATE_BUDGET_SECONDS", "0 to 86400")]
    [TestCase("OCP_PARALLEL", "-1", "OCP_PARALLEL", "1 to 256")]
    [TestCase("OCP_PARALLEL", "99999999999", "OCP_PARALLEL", "1 to 256")]
    [TestCase("OCP_MIN_EXERCISED", "101", "OCP_MIN_EXERCISED", "0 to 100")]
    [TestCase("OCP_MIN_EXERCISED", "50%", "OCP_MIN_EXERCISED", "0 to 100")]
    [TestCase("OCP_WAIVERS", "/no/such.json", "OCP_WAIVERS", "no file")]
    [TestCase("OCP_BASELINE", "/no/such.json", "OCP_BASELINE", "no file")]
    [TestCase("OCP_TLS_INSECURE", "yes", "OCP_TLS_INSECURE", "true or false")]
    [TestCase("OCP_TLS_CA", "/no/such/file.pem", "OCP_TLS_CA", "no file")]
    [TestCase("OCP_CLUSTER_ID", "..", "OCP_CLUSTER_ID", "id of an OceanBase cluster")]
    [TestCase("OCP_ZONE_NAME", "..", "OCP_ZONE_NAME", "id of a zone")]
    [TestCase("OCP_LANGUAGE", "en\r\nX-Other: 1", "OCP_LANGUAGE", "printable ASCII")]
    [TestCase("OCP_LANGUAGE", "\u4e2d\u6587", "OCP_LANGUAGE", "printable ASCII")]
    [TestCase("OCP_ACCESS_KEY_ID", "key\n", "OCP_ACCESS_KEY_ID", "printable ASCII")]
    [TestCase("OCP_BUNDLE_KEY", "/no/such/key.pem", "OCP_BUNDLE_KEY", "no file")]
    [TestCase("OCP_MOCK_FAULT", "html-page", "OCP_MOCK_FAULT", "embedded mock")]
    public void Wrong_setting_is_named_with_the_remedy(string name, string value, string setting, string remedy)
    {
        var read = () => Read(new(Live) { [name] = value });
        var exception = read.Should().Throw<SettingsException>().Which;
        exception.Setting.Should().Be(setting);
        exception.Message.Should().Contain(setting).And.Contain(remedy).And.NotContain("hidden@");
    }

    [Test]
    public void Credentials_without_target_contradict_each_other()
    {
        var read = () => Read(new() { ["OCP_PASSWORD"] = "x" });
        read.Should().Throw<SettingsException>().Which.Setting.Should().Be("OCP_BASE_URL");
    }

    [Test]
    public void Key_without_bundle_signs_nothing()
    {
        var read = () => Read(new() { ["OCP_BUNDLE_KEY"] = typeof(SettingsReaderTests).Assembly.Location });
        read.Should().Throw<SettingsException>().WithMessage("Setting OCP_BUNDLE_KEY: there is no bundle to sign. Set OCP_BUNDLE, or remove it.");
    }

    [Test]
    public void TLS_settings_need_https()
    {
        var read = () => Read(new(Live) { ["OCP_BASE_URL"] = "http://ocp.example.com", ["OCP_TLS_INSECURE"] = "true" });
        read.Should().Throw<SettingsException>().Which.Setting.Should().Be("OCP_TLS_INSECURE");
    }

    [Test]
    public void Every_setting_stands_in_the_README_with_its_default_and_meaning()
    {
        var readme = File.ReadAllText(Path.Combine(Project.Root, "README.md"));
        SettingTable.General.Select(setting => $"| {setting.Name} | {setting.Default} | {setting.Meaning} |").Should().OnlyContain(row => readme.Contains(row));
        Regex.Matches(readme, "OCP_[A-Z_]+[A-Z]").Select(match => match.Value)
            .Except(SettingTable.General.Concat(SettingTable.OfResources(Project.Contract.Resources.Values)).Select(setting => setting.Name)).Should().BeEmpty("the README names settings that exist");
    }

    private static RunSettings Read(Dictionary<string, string> environment) =>
        SettingsReader.Read(new SettingSource(environment, new Dictionary<string, string>()), Project.Contract);
}
