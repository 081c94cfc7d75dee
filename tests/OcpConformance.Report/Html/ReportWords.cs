using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace OcpConformance.Report.Html;

/// <summary>The vocabulary of the HTML report in one language.</summary>
public sealed class ReportWords
{
    private static readonly Lazy<ReportWords> LoadedEnglish = new(() => new ReportWords("en"));
    private static readonly Lazy<ReportWords> LoadedChinese = new(() => new ReportWords("zh-CN"));

    private ReportWords(string language)
    {
        Language = language;
        Words = JsonSerializer.Deserialize<SortedDictionary<string, string>>(Asset($"words.{language}.json"))!;
    }

    /// <summary>English.</summary>
    public static ReportWords English => LoadedEnglish.Value;

    /// <summary>Simplified Chinese.</summary>
    public static ReportWords Chinese => LoadedChinese.Value;

    /// <summary>The language as HTML names it.</summary>
    public string Language { get; }

    /// <summary>The words by their keys. <c>{0}</c> and so on stand for what varies.</summary>
    public IReadOnlyDictionary<string, string> Words { get; }

    /// <summary>A word with what varies filled in.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">What varies.</param>
    /// <exception cref="KeyNotFoundException">There is no such word.</exception>
    public string Text(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, Words[key], values);

    /// <summary>The text of a file that the report is made of.</summary>
    internal static string Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
