namespace OcpConformance.Report.Formats.Allure;

/// <summary>Allure's words.</summary>
internal static class AllureWords
{
    public const string Passed = "passed";
    public const string Failed = "failed";
    public const string Broken = "broken";
    public const string Skipped = "skipped";
    public const string Finished = "finished";
}
