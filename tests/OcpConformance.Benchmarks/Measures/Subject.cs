using OcpConformance.Contract.Catalog;
using OcpConformance.Engine.Settings;

namespace OcpConformance.Benchmarks.Measures;

/// <summary>The contract that is measured.</summary>
internal static class Subject
{
    public static string Root => Environment.GetEnvironmentVariable(SettingNames.Contract) ?? ContractRoot.Find(AppContext.BaseDirectory);
}
