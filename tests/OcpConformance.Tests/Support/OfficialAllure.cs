namespace OcpConformance.Tests.Support;

/// <summary>Whether Allure's own package writes the Allure results, in place of the suite.</summary>
internal static class OfficialAllure
{
    /// <summary>The formats that the suite leaves to the package.</summary>
#if ALLURE_NUNIT
    public static string[] Formats => ["allure"];
#else
    public static string[] Formats => [];
#endif
}
