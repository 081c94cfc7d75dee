using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Requirements;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Catalog;

public sealed class ReleaseTests
{
    private const string Structure = """
        {"type":"object","properties":{"old":{"type":"string","x-until":"4.1.0"},"new":{"type":"string","x-since":"4.3.0"},"state":{"type":"string","enum":["A","B"],"x-enum-since":{"B":"4.3.0"}}}}
        """;

    [TestCase(null, "new:type", "one of A, B", true)]
    [TestCase("4.3.0", "new:type", "one of A, B", true)]
    [TestCase("4.2.2", "new:type", "one of A", false)]
    [TestCase("4.1.0", "old:type", "one of A", true)]
    [TestCase("4.1.1", "old:type", "one of A", false)]
    public void Members_and_values_of_other_releases_are_left_out(string? version, string member, string values, bool included)
    {
        using var contract = new TemporaryContract().WithStructure(Structure);
        var (selected, leftOut) = ContractLoader.Select(contract.Load(), new Release(version is null ? null : Version.Parse(version), Edition.Enterprise));
        var requirements = selected["sample/query-sample"].Requirements.ToList();

        leftOut.Should().BeEmpty();
        requirements.Exists(requirement => requirement.Id.EndsWith($"/{member}")).Should().Be(included);
        requirements.Single(requirement => requirement.Keyword == "enum").Expected.Should().EndWith(values);
    }

    [TestCase("3.9.9", Edition.Enterprise, "documented since 4.0.0")]
    [TestCase("4.3.0", Edition.Enterprise, "documented until 4.2.9")]
    [TestCase("4.2.0", Edition.Community, "community edition")]
    public void Operations_of_other_releases_and_editions_are_left_out_with_the_reason(string version, Edition edition, string reason)
    {
        using var contract = new TemporaryContract().Write(TemporaryContract.Structure, Structure).Write(
            TemporaryContract.Operation, TemporaryContract.OperationText().Replace("\"since\": \"4.0.0\"", "\"since\": \"4.0.0\", \"until\": \"4.2.9\", \"editions\": [\"enterprise\"]"));
        var (selected, leftOut) = ContractLoader.Select(contract.Load(), new Release(Version.Parse(version), edition));

        selected.Operations.Should().BeEmpty();
        leftOut.Should().ContainSingle(operation => operation.Operation == "sample/query-sample" && operation.Reason.Contains(reason));
    }
}
