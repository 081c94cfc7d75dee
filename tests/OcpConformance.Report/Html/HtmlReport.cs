using System.Security.Cryptography;
using System.Text;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Html;

/// <summary>
/// The result as one HTML file for people, in English and Chinese. It loads nothing: style, script and data are inside, and its
/// content security policy forbids everything else. What decides is plain HTML; long lists are made by the script on demand.
/// </summary>
public static class HtmlReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = Vocabulary.HtmlFile;

    private static readonly string Style = ReportWords.Asset("report.css");
    private static readonly string Script = ReportWords.Asset("report.js");

    /// <summary>Writes the report.</summary>
    public static byte[] Write(ResultDocument result)
    {
        var model = new PageModelBuilder(result).Build();
        var data = new EmbeddedData(result);
        return Encoding.UTF8.GetBytes(PageTemplate.Fill(new Dictionary<string, object>
        {
            ["result"] = result,
            ["page"] = model,
            ["style"] = Style,
            ["style_hash"] = Hash(Style),
            ["script"] = Script,
            ["script_hash"] = Hash(Script),
            ["words_data"] = EmbeddedData.Words(),
            ["requirements_data"] = data.Requirements([.. model.Causes, .. model.WaivedCauses]),
            ["exchanges_data"] = data.Exchanges(),
        }));
    }

    private static string Hash(string source) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(source)))}";
}
