using System.Xml.Linq;
using OcpConformance.Report.Model;

namespace OcpConformance.SelfTests.Trust;

/// <summary>Whether the reports of one run say the same.</summary>
internal static class FalseGreen
{
    /// <summary>JUnit counts a failure for the conclusion, with its reason, where the result is not conformant.</summary>
    public static void Agree(ResultDocument result, byte[] junit)
    {
        using var stream = new MemoryStream(junit);
        var report = XDocument.Load(stream).Root!;
        ((int)report.Attribute("failures")!).Should().BePositive();
        report.Elements("testsuite").Single(suite => (string?)suite.Attribute("name") == "run").Descendants("failure").Single()
            .Value.Should().Be(result.Conclusion.Reason.Text);
        result.Conclusion.Outcome.Should().NotBe(ConclusionKind.Conformant);
    }

    /// <summary>The report of the runner names at least one failed test, and that with the reason of the result.</summary>
    public static void AgreesWithTrx(ResultDocument result, string file)
    {
        var report = XDocument.Load(file);
        report.Descendants().Single(element => element.Name.LocalName == "ResultSummary").Attribute("outcome")!.Value.Should().Be("Failed");
        report.Descendants().Where(element => element.Name.LocalName == "Message").Select(element => element.Value.ReplaceLineEndings())
            .Should().Contain(message => message.Contains(result.Conclusion.Reason.Text.ReplaceLineEndings(), StringComparison.Ordinal));
    }
}
