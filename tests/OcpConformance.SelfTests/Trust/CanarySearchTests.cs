using System.Net;
using System.Text;
using System.Text.Json;
using OcpConformance.SelfTests.Support;
using OcpConformance.Transport.Safety;

namespace OcpConformance.SelfTests.Trust;

public sealed class CanarySearchTests
{
    // Its base64 has the characters in which the alphabets differ, wherever it begins.
    private const string Odd = "~?>~?>~?>~?";

    private static readonly (string Name, Func<string, string> Of)[] Forms =
    [
        ("plain", secret => secret),
        ("percent-encoded", Uri.EscapeDataString),
        ("in a form", secret => WebUtility.UrlEncode(secret)),
        ("in JSON", secret => JsonSerializer.Serialize(secret)),
        ("in HTML", WebUtility.HtmlEncode),
        ("in base64", Base64),
        ("in base64 behind one byte", secret => Base64($"a{secret}z")),
        ("in base64 behind two bytes", secret => Base64($"ab{secret}yz")),
        ("in base64url", secret => Url(Base64(secret))),
        ("in base64url behind one byte", secret => Url(Base64($"a{secret}z"))),
        ("in base64url behind two bytes", secret => Url(Base64($"ab{secret}yz"))),
    ];

    private static IEnumerable<string> FormNames => Forms.Select(form => form.Name);

    private TemporaryFolder clean = null!;

    [OneTimeSetUp]
    public async Task Run()
    {
        clean = new TemporaryFolder();
        Artefacts.Write((await InProcess.MockAsync("backup/query-backup-ability")).Result, clean);
        clean.Write(WriteLedger.FileName, "{}\n");
        clean.Write(Artefacts.Console, "console\n");
        clean.Write($"trx/{Artefacts.Trx}", "<TestRun />\n");
    }

    [OneTimeTearDown]
    public void End() => clean.Dispose();

    [Test]
    public void Artefacts_without_secrets_are_found_clean()
    {
        Artefacts.Missing(clean, Artefacts.KindsOfProcess).Should().BeEmpty();
        CanarySearch.Found(CanarySearch.Files(clean.File(".")), Canaries.Known).Should().BeEmpty();
    }

    [TestCaseSource(nameof(FormNames))]
    public void Secret_is_found_in_every_artefact(string form)
    {
        var write = Forms.Single(known => known.Name == form).Of;
        foreach (var canary in Canaries.With([Odd]))
        {
            using var folder = new TemporaryFolder();
            foreach (var file in Directory.EnumerateFiles(clean.File("."), "*", SearchOption.AllDirectories))
            {
                var content = File.ReadAllBytes(file);
                folder.Write(Path.GetRelativePath(clean.File("."), file), file.EndsWith(".zip") ? Zip.Of(Zip.Files(content).Select(entry => (entry.Name, Planted(entry.Content, write(canary.Secret))))) : Planted(content, write(canary.Secret)));
            }

            var found = CanarySearch.Found(CanarySearch.Files(folder.File(".")), [canary]);
            Artefacts.KindsOfProcess.Where(kind => !found.Any(text => text.Contains($"{kind}, offset "))).Should().BeEmpty($"the {canary.Class} was planted there");
        }
    }

    [Test]
    public void Place_and_spelling_are_named()
    {
        var bytes = Encoding.UTF8.GetBytes(Base64($"ab{Canaries.Password}") + Uri.EscapeDataString(Canaries.Password));
        CanarySearch.Found([("a", bytes)], [("password", Canaries.Password)]).Should().Equal("a, offset 32: the password, percent-encoded", "a, offset 3: the password, in base64, third alignment");
    }

    private static byte[] Planted(byte[] content, string text)
    {
        var middle = content.Length / 2;
        return [.. content[..middle], .. Encoding.UTF8.GetBytes(text), .. content[middle..]];
    }

    private static string Url(string base64) => base64.Replace('+', '-').Replace('/', '_');

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
