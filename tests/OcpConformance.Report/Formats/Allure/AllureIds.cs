using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OcpConformance.Report.Formats.Allure;

/// <summary>The ids by which Allure knows a test again, made as its own writer makes them.</summary>
internal static class AllureIds
{
    public static string TestCase(string fullName) => Convert.ToHexStringLower(Md5(Encoding.UTF8.GetBytes(fullName)));

    /// <summary>The same in every run: parameters that differ between runs are marked as excluded.</summary>
    public static string History(string fullName, IEnumerable<AllureParameter> parameters) => Convert.ToHexStringLower(Md5(AllureJson.Write(
        new AllureHistory(fullName, [.. parameters.Where(parameter => !parameter.Excluded).OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => parameter.Value)]),
        json => json.AllureHistory)));

    /// <summary>The id of one test in one run.</summary>
    public static Guid Test(string name, DateTimeOffset run) => File(name, run.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>An id for the name of a file; the same in every run, so that a later run replaces it.</summary>
    public static Guid File(string name, string purpose) => new(Md5(Encoding.UTF8.GetBytes($"{purpose}\n{name}")));

    [SuppressMessage("Security", "CA5351:Do not use broken cryptographic algorithms", Justification = "Allure's ids are MD5; nothing is protected by them.")]
    private static byte[] Md5(byte[] data) => MD5.HashData(data);
}
