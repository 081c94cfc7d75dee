using System.Text.Json;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Handover;

public sealed class ContainerfileTests
{
    private static readonly List<(string Name, string Value)> Statements =
    [
        .. File.ReadLines(Path.Combine(Project.Root, ".deploy/Containerfile"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', 2))
            .Select(words => (words[0], words[1])),
    ];

    [Test]
    public void Base_image_is_an_argument_and_the_only_image() =>
        Statements.Select(statement => statement.Name).Should().StartWith(["ARG", "FROM"]).And.ContainSingle(name => name == "FROM");

    [Test]
    public void One_file_is_copied_and_nothing_runs_while_the_image_is_built()
    {
        Of("COPY").Should().StartWith("ocp-conformance ");
        Statements.Should().NotContain(statement => statement.Name == "RUN" || statement.Name == "ADD");
    }

    [Test]
    public void User_is_a_number_other_than_root() =>
        Of("USER").Split(':').Should().OnlyContain(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) > 0);

    [Test]
    public void Results_go_to_a_volume_that_belongs_to_the_user()
    {
        var volumes = JsonSerializer.Deserialize<string[]>(Of("VOLUME"))!;
        Of("ENV").Should().Contain($"OCP_RESULTS={volumes.Should().ContainSingle().Subject}");
        Of("WORKDIR").Should().Be(volumes[0]);
        Statements.Select(statement => statement.Name).Should().ContainInConsecutiveOrder("USER", "WORKDIR", "VOLUME");
    }

    [Test]
    public void Command_is_started_without_a_shell()
    {
        JsonSerializer.Deserialize<string[]>(Of("ENTRYPOINT")).Should().Equal(Of("COPY").Split(' ')[^1]);
        JsonSerializer.Deserialize<string[]>(Of("CMD")).Should().Equal("run");
    }

    private static string Of(string name) => Statements.Single(statement => statement.Name == name).Value;
}
