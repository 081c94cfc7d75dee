using System.Text;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Requirements;
using OcpConformance.MockOcp.Faults;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Catalog;

public sealed class DataFilesTests
{
    private static readonly string[] Folders = ["schemas", "fixtures"];

    private static IEnumerable<string> Files =>
        Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Project.Root, folder), "*.json", SearchOption.AllDirectories)).Order(StringComparer.Ordinal);

    [Test]
    public void Data_files_are_tidy()
    {
        var untidy = new List<string>();
        foreach (var file in Files)
        {
            var text = File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
            var lines = text.Split('\n');
            if (text.Contains('\r') || text.Contains('\t') || !text.EndsWith("}\n", StringComparison.Ordinal) || text.StartsWith('\uFEFF')
                || lines.Any(line => line.EndsWith(' ') || (line.Length - line.TrimStart(' ').Length) % 2 != 0))
            {
                untidy.Add(Path.GetRelativePath(Project.Root, file));
            }
        }

        untidy.Should().BeEmpty("data files have two spaces of indentation, line feeds, and one at the end");
    }

    [Test]
    public void Every_data_file_names_its_meta_schema_and_the_name_leads_there()
    {
        var lost = Files.Where(file => !file.Contains("/meta/"))
            .Where(file => Contract.Json.StrictJson.Read(File.ReadAllBytes(file)).Value is not { } content
                || !content.TryGetProperty("$schema", out var schema)
                || !File.Exists(Path.Combine(Path.GetDirectoryName(file)!, schema.GetString()!)))
            .Select(file => Path.GetRelativePath(Project.Root, file));
        lost.Should().BeEmpty();
    }

    [Test]
    public void Every_fault_satisfies_its_meta_schema()
    {
        var load = () => FaultLoader.Names(Project.Contract).Select(name => FaultLoader.Load(Project.Contract, name)).ToList();
        load.Should().NotThrow().Which.Should().NotBeEmpty();
    }

    [Test]
    public void Every_requirement_is_a_sentence_with_a_page()
    {
        var requirements = Project.Contract.Operations.SelectMany(operation => operation.Requirements).Concat(Project.Contract.Envelope.Requirements).ToList();
        requirements.Should().OnlyContain(requirement => requirement.Sentence.Length > 5 && requirement.Page.Length > 0 && File.Exists(Path.Combine(Project.Root, requirement.File)));
        requirements.Select(requirement => requirement.Id).Should().OnlyHaveUniqueItems();
    }

    [TestCase("errorCodes", "a string or an array")]
    [TestCase("needDependentOnAgents", "a string or a boolean")]
    public void Member_of_unclear_type_accepts_both_as_an_erratum(string member, string expected)
    {
        var requirement = Project.Contract["backup/query-backup-ability"].Requirements.Single(found => found.Place.EndsWith($"/{member}") && found.Keyword == "type");
        requirement.Expected.Should().Contain(expected);
        requirement.Erratum.Should().NotBeNull();
        requirement.Level.Should().Be(Level.Must);
    }

    [Test]
    public void Fixtures_of_an_operation_show_every_documented_value()
    {
        var operation = Project.Contract["backup/query-backup-ability"];
        var bodies = Project.Fixtures.Of(operation).Select(fixture => fixture.Answer.Json!.Value.GetProperty("data")).ToList();
        bodies.Select(data => data.GetProperty("backupAbility").GetString()).Should().BeEquivalentTo("LOGICAL_BACKUP", "PHYSICAL_BACKUP", "LOGICAL_AND_PHYSICAL");
        bodies.Select(data => data.GetProperty("backupMode").GetString()).Distinct().Should().BeEquivalentTo("LOGICAL_BACKUP", "PHYSICAL_BACKUP");
    }

    [Test]
    public void Path_template_matches_whole_segments_only()
    {
        var template = new PathTemplate("/api/v2/ob/clusters/{id}/backup/ability");
        template.Match("/api/v2/ob/clusters/10%2F01/backup/ability")!["id"].Should().Be("10/01");
        template.Match("/api/v2/ob/clusters//backup/ability").Should().BeNull();
        template.Match("/api/v2/ob/clusters/1/backup/ability/").Should().BeNull();
        template.Fill(new Dictionary<string, string> { ["id"] = "a b/c" }).Should().Be("/api/v2/ob/clusters/a%20b%2Fc/backup/ability");
    }
}
