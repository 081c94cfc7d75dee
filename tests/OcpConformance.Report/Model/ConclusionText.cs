namespace OcpConformance.Report.Model;

/// <summary>The conclusion as every front prints it.</summary>
public static class ConclusionText
{
    /// <summary>The conclusion of a result.</summary>
    public static string Of(ResultDocument result) => Of(result.Conclusion.Outcome, result.Conclusion.Reason.Text);

    /// <summary>A conclusion.</summary>
    /// <param name="outcome">What a run came to.</param>
    /// <param name="reason">Why.</param>
    public static string Of(ConclusionKind outcome, string reason) => $"OCP conformance: {outcome.Word()}. {reason}";
}
