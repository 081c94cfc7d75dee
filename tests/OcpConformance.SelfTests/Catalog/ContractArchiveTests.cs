using System.Buffers.Binary;
using System.IO.Compression;
using OcpConformance.Cli.Invocation;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Schemas;
using OcpConformance.MockOcp.Faults;
using OcpConformance.MockOcp.World;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Catalog;

public sealed class ContractArchiveTests
{
    private const string Inside = "the contract inside ocp-conformance";

    [Test]
    public void Archive_inside_the_program_holds_the_files_of_the_repository_byte_by_byte()
    {
        var (inside, folder) = (EmbeddedContract.Open(), new ContractFolder(Project.Root));
        foreach (var root in new[] { "schemas", "fixtures" })
        {
            inside.Names(root).Should().HaveCountGreaterThan(100).And.Equal(folder.Names(root));
            inside.Names(root).Where(name => !inside.Read(name).SequenceEqual(folder.Read(name))).Should().BeEmpty();
        }
    }

    [Test]
    public void Contract_inside_the_program_is_that_of_the_repository()
    {
        var inside = ContractLoader.Load(EmbeddedContract.Open());
        inside.Digest.Should().Be(Project.Contract.Digest).And.Be(ContractDigest.Of(inside.Files));
        inside.Operations.Select(operation => operation.Id).Should().Equal(Project.Contract.Operations.Select(operation => operation.Id));
        inside.Operations.SelectMany(operation => operation.Requirements).Select(requirement => requirement.Id)
            .Should().Equal(Project.Contract.Operations.SelectMany(operation => operation.Requirements).Select(requirement => requirement.Id));
        FixtureLoader.Load(inside).Fixtures.Select(fixture => fixture.File).Should().Equal(Project.Fixtures.Fixtures.Select(fixture => fixture.File));
        FaultLoader.Names(inside).Should().HaveCountGreaterThan(10).And.Equal(FaultLoader.Names(Project.Contract));
        FaultLoader.Names(inside).Select(name => FaultLoader.Load(inside, name).Title).Should().OnlyHaveUniqueItems();
        var load = () => WorldLoader.Load(inside);
        load.Should().NotThrow();
    }

    [Test]
    public void Archive_depends_on_names_and_content_of_the_files_alone()
    {
        using var stream = typeof(EmbeddedContract).Assembly.GetManifestResourceStream("contract.zip")!;
        using var archive = new ZipArchive(stream);
        archive.Entries.Select(entry => entry.FullName).Should().BeInAscendingOrder(StringComparer.Ordinal);
        archive.Entries.Select(entry => entry.LastWriteTime.DateTime).Distinct().Should().Equal(new DateTime(1980, 1, 1));
    }

    [TestCase(0, 100)]
    [TestCase(1, 2)]
    public void Archive_that_is_cut_off_is_refused_with_a_remedy(int from, int parts)
    {
        var bytes = Bytes();
        var open = () => new ContractArchive(new MemoryStream(bytes[(from * bytes.Length / parts)..(bytes.Length / 2)]), Inside);
        open.Should().Throw<ContractException>().WithMessage(
            $"{Inside}: the archive cannot be read (*). Install the program again, or name a folder with OCP_CONTRACT or --contract.");
    }

    [Test]
    public void File_that_is_damaged_inside_an_archive_is_named()
    {
        var bytes = Bytes();
        var header = bytes.AsSpan(26);
        // A block of a kind that does not exist, behind the header of the first file, its name and its extra field.
        bytes[30 + BinaryPrimitives.ReadUInt16LittleEndian(header) + BinaryPrimitives.ReadUInt16LittleEndian(header[2..])] = 0xFF;
        var archive = new ContractArchive(new MemoryStream(bytes), Inside);
        var load = () => FixtureLoader.Load(ContractLoader.Load(archive));
        load.Should().Throw<ContractException>()
            .WithMessage($"{archive.Names("fixtures")[0]}: {Inside} is damaged here (*). Make it a file that can be read.");
    }

    [Test]
    public void Folder_that_an_archive_lacks_is_missed_by_its_name()
    {
        using var stream = new MemoryStream();
        using (new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
        }

        var load = () => ContractLoader.Load(new ContractArchive(stream, Inside));
        load.Should().Throw<ContractException>().WithMessage($"schemas: there is no such folder in {Inside}.*");
    }

    private static byte[] Bytes()
    {
        using var stream = typeof(EmbeddedContract).Assembly.GetManifestResourceStream("contract.zip")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
