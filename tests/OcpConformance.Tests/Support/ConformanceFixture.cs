namespace OcpConformance.Tests.Support;

/// <summary>What every fixture of the suite derives from, so that an attribute for all of them stands in one place.</summary>
#if ALLURE_NUNIT
[Allure.NUnit.AllureNUnit]
#endif
public abstract class ConformanceFixture;
