using OcpConformance.Report.Model;

namespace OcpConformance.Cli.Output;

/// <summary>The conclusion as every command prints it.</summary>
internal static class ConclusionText
{
    public static string Of(ResultDocument result) => $"OCP conformance: {result.Conclusion.Outcome.Word()}. {result.Conclusion.Reason}";
}
