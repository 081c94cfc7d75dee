using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Trust;

/// <summary>Searches bytes for secrets in many spellings, without the code under test.</summary>
internal static class CanarySearch
{
    /// <summary>Every file of a folder and below, with what zip files hold.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Files(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        .SelectMany(file => file.EndsWith(".zip", StringComparison.Ordinal)
            ? Zip.Files(File.ReadAllBytes(file)).Select(entry => ($"{Path.GetFileName(file)}/{entry.Name}", entry.Content))
            : [(Path.GetRelativePath(folder, file), File.ReadAllBytes(file))]);

    /// <summary>What was found: file, offset, class of the canary and spelling.</summary>
    public static IReadOnlyList<string> Found(IEnumerable<(string Name, byte[] Content)> files, IReadOnlyList<(string Class, string Secret)> canaries)
    {
        var spellings = canaries.SelectMany(canary => Spellings(canary.Secret).Select(spelling => (canary.Class, spelling.Name, Bytes: Encoding.UTF8.GetBytes(spelling.Text)))).ToList();
        return
        [
            .. from file in files
               from spelling in spellings
               let offset = file.Content.AsSpan().IndexOf(spelling.Bytes)
               where offset >= 0
               select $"{file.Name}, offset {offset}: the {spelling.Class}, {spelling.Name}",
        ];
    }

    private static IEnumerable<(string Name, string Text)> Spellings(string secret) => new[]
    {
        ("plain", secret),
        ("percent-encoded", Uri.EscapeDataString(secret)),
        ("in a form", WebUtility.UrlEncode(secret)),
        ("in JSON", JsonSerializer.Serialize(secret)[1..^1]),
        ("in relaxed JSON", JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString()),
        ("in HTML", WebUtility.HtmlEncode(secret)),
        ("in base64, first alignment", Base64(secret, 0)),
        ("in base64, second alignment", Base64(secret, 1)),
        ("in base64, third alignment", Base64(secret, 2)),
        ("in base64url, first alignment", Url(Base64(secret, 0))),
        ("in base64url, second alignment", Url(Base64(secret, 1))),
        ("in base64url, third alignment", Url(Base64(secret, 2))),
    }.DistinctBy(spelling => spelling.Item2);

    // The characters that the secret alone decides, behind so many other bytes.
    private static string Base64(string secret, int before)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        var first = ((before * 8) + 5) / 6;
        var end = (before + bytes.Length) * 8 / 6;
        return Convert.ToBase64String([.. new byte[before], .. bytes])[first..end];
    }

    private static string Url(string base64) => base64.Replace('+', '-').Replace('/', '_');
}
