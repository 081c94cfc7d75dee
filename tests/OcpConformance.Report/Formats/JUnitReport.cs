using System.Globalization;
using System.Text;
using System.Xml;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Formats;

/// <summary>
/// The result as JUnit XML: a suite for each operation, a case for each requirement, and one case for the conclusion.
/// A should that is violated counts as skipped with a warning unless the run counts it.
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
            var failures = result.Requirements.Count(requirement => Fails(requirement, result.Conclusion));
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", result.Suite.Name);
            WriteCounts(xml, result.Requirements.Count + 1, failures + (IsConformant(result) ? 0 : 1), result.Requirements.Count(requirement => Skips(requirement, result.Conclusion)));
            xml.WriteAttributeString("time", Seconds(result.DurationMs));
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
        WriteCounts(xml, 1, IsConformant(result) ? 0 : 1, 0);
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", "run");
        xml.WriteAttributeString("name", "the target conforms");
        if (!IsConformant(result))
        {
            WriteOutcome(xml, "failure", $"{result.Conclusion.Outcome}: {result.Conclusion.Reason}", result.Conclusion.Reason);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, IGrouping<string, RequirementResult> suite, ResultDocument result)
    {
        var requirements = suite.ToList();
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", suite.Key);
        WriteCounts(xml, requirements.Count, requirements.Count(requirement => Fails(requirement, result.Conclusion)), requirements.Count(requirement => Skips(requirement, result.Conclusion)));
        requirements.ForEach(requirement => WriteCase(xml, requirement, result));
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, RequirementResult requirement, ResultDocument result)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", requirement.Scope.Replace('/', '.'));
        xml.WriteAttributeString("name", Clean(requirement.Id));
        if (Fails(requirement, result.Conclusion))
        {
            WriteOutcome(xml, "failure", requirement.Sentence, FailureText.Of(requirement, result));
        }
        else if (Skips(requirement, result.Conclusion))
        {
            var warning = requirement.Verdict == Vocabulary.Violates;
            WriteOutcome(xml, "skipped", warning ? $"warning: violated at level should: {requirement.Sentence}" : $"{requirement.Verdict}: {requirement.Reason}", string.Empty);
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

    private static void WriteCounts(XmlWriter xml, int tests, int failures, int skipped)
    {
        xml.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", skipped.ToString(CultureInfo.InvariantCulture));
    }

    private static bool IsConformant(ResultDocument result) => result.Conclusion.Outcome == Vocabulary.Conformant;

    private static bool Fails(RequirementResult requirement, ConclusionInfo conclusion) =>
        requirement.Verdict == Vocabulary.Violates && (requirement.Level == Vocabulary.Must || conclusion.Level == Vocabulary.Should);

    private static bool Skips(RequirementResult requirement, ConclusionInfo conclusion) =>
        requirement.Verdict != Vocabulary.Conforms && !Fails(requirement, conclusion);

    private static string Seconds(long milliseconds) => (milliseconds / 1000.0).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Select(rune =>
        rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
}
