using System.Globalization;
using System.Text;
using System.Xml;
using OcpConformance.Report.Model;
using OcpConformance.Report.Violations;

namespace OcpConformance.Report.Formats;

/// <summary>
/// The result as JUnit XML: a suite for each operation, a case for each requirement, and one case for the conclusion.
/// What neither holds nor fails is skipped, and says why: a violation below the level that counts, or one with a waiver,
/// what was blocked, and what was not exercised. Jenkins' junit-10.xsd accepts the file.
/// </summary>
public static class JUnitReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "junit.xml";

    /// <summary>Writes the report.</summary>
    public static byte[] Write(ResultDocument result)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false) }))
        {
            var suites = result.Requirements.GroupBy(requirement => requirement.Scope, StringComparer.Ordinal).ToList();
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", result.Suite.Name);
            xml.WriteAttributeString("time", Seconds(result.DurationMs));
            WriteCounts(xml, result.Requirements.Count + 1, result.Count(RequirementStatus.Fails) + (IsConformant(result) ? 0 : 1));
            WriteConclusion(xml, result);
            suites.ForEach(suite => WriteSuite(xml, suite, result));
            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void WriteConclusion(XmlWriter xml, ResultDocument result)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "run");
        WriteCounts(xml, 1, IsConformant(result) ? 0 : 1);
        WriteSkipped(xml, 0);
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", "run");
        xml.WriteAttributeString("name", "the target conforms");
        if (!IsConformant(result))
        {
            WriteOutcome(xml, "failure", $"{result.Conclusion.Outcome.Word()}: {result.Conclusion.Reason}", result.Conclusion.Reason.Text);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, IGrouping<string, RequirementResult> suite, ResultDocument result)
    {
        var requirements = suite.ToList();
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Clean(suite.Key));
        var fails = requirements.Count(requirement => RequirementStatuses.Of(requirement, result.Conclusion) == RequirementStatus.Fails);
        WriteCounts(xml, requirements.Count, fails);
        WriteSkipped(xml, requirements.Count - fails - requirements.Count(requirement => RequirementStatuses.Of(requirement, result.Conclusion) == RequirementStatus.Holds));
        requirements.ForEach(requirement => WriteCase(xml, requirement, result));
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, RequirementResult requirement, ResultDocument result)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Clean(requirement.Scope.Replace('/', '.')));
        xml.WriteAttributeString("name", Clean(requirement.Id));
        switch (RequirementStatuses.Of(requirement, result.Conclusion))
        {
            case RequirementStatus.Holds:
                break;
            case RequirementStatus.Fails:
                WriteOutcome(xml, "failure", requirement.Sentence.Text, FailureText.Of(requirement, result));
                break;
            default:
                WriteOutcome(xml, "skipped", RequirementStatuses.Explain(requirement, result.Conclusion), requirement.Evidence.Any(FailureText.IsViolation) ? FailureText.Of(requirement, result) : string.Empty);
                break;
        }

        xml.WriteEndElement();
    }

    private static void WriteOutcome(XmlWriter xml, string element, string message, string text)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("message", Clean(message));
        if (text.Length > 0)
        {
            xml.WriteString(Clean(text));
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, int tests, int failures)
    {
        xml.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", "0");
    }

    private static void WriteSkipped(XmlWriter xml, int skipped) => xml.WriteAttributeString("skipped", skipped.ToString(CultureInfo.InvariantCulture));

    private static bool IsConformant(ResultDocument result) => result.Conclusion.Outcome == ConclusionKind.Conformant;

    private static string Seconds(long milliseconds) => (milliseconds / 1000.0).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Select(rune =>
        rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
}
