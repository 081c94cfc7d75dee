using System.Text;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Formats.Allure;

/// <summary>Requests and answers as text, the way HTTP writes them.</summary>
internal static class HttpText
{
    /// <summary>A request, with the command that repeats it in front.</summary>
    public static string Of(RequestResult request, string? command, int longestBody)
    {
        var text = new StringBuilder();
        text.Append("# ").AppendLine(command).AppendLine().Append(request.Method).Append(' ').AppendLine(request.Url);
        AppendRest(text, request.Headers, request.Body, longestBody);
        return text.ToString();
    }

    /// <summary>An answer.</summary>
    public static string Of(AnswerResult answer, int longestBody)
    {
        var text = new StringBuilder();
        text.Append("HTTP ").Append(answer.Status).AppendLine();
        AppendRest(text, answer.Headers, answer.Body ?? answer.BodyBase64, longestBody);
        return text.ToString();
    }

    private static void AppendRest(StringBuilder text, IReadOnlyList<HeaderResult> headers, string? body, int longestBody)
    {
        foreach (var header in headers)
        {
            text.Append(header.Name).Append(": ").AppendLine(header.Value);
        }

        if (body is null)
        {
            return;
        }

        text.AppendLine().Append(body.AsSpan(0, Math.Min(body.Length, longestBody)));
        if (body.Length > longestBody)
        {
            text.AppendLine().Append("# ").Append(body.Length - longestBody).Append(" more characters in ").AppendLine(HarReport.FileName);
        }
    }
}
