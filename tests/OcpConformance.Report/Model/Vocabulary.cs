using System.Text.Json;

namespace OcpConformance.Report.Model;

/// <summary>The words of the result, in one place.</summary>
public static class Vocabulary
{
    /// <summary>Name of the result file.</summary>
    public const string ResultFile = "conformance.json";

    /// <summary>Name of the report for people.</summary>
    public const string HtmlFile = "report.html";

    /// <summary>Name of the setting that selects operations, as the result repeats it.</summary>
    public const string SelectSetting = "OCP_SELECT";

    /// <summary>Name of the setting that selects scenarios, as the result repeats it.</summary>
    public const string ScenariosSetting = "OCP_SCENARIOS";

    /// <summary>Name of the setting that names the folder of the result.</summary>
    public const string ResultsSetting = "OCP_RESULTS";

    /// <summary>Name of the setting that names an earlier result.</summary>
    public const string BaselineSetting = "OCP_BASELINE";

    /// <summary>The name of an enumeration value as the result writes it: <c>NotExercised</c> becomes <c>not-exercised</c>.</summary>
    public static string Word<T>(this T value)
        where T : struct, Enum => Words<T>.Of[value];

    // A run asks for words as often as it has verdicts.
    private static class Words<T>
        where T : struct, Enum
    {
        public static Dictionary<T, string> Of { get; } = Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
    }
}
