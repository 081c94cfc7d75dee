using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;
using OcpConformance.Report.Text;

namespace OcpConformance.Report.Html;

/// <summary>
/// Fills the template of the HTML report. Everything that the template writes is escaped, but for these filters:
/// <c>t</c> says a word of the vocabulary in every language, <c>said</c> says a message of the result, <c>visible</c> shows
/// text of an answer, <c>count</c> writes a number with separators. The style sheet hides the languages that are not in use.
/// </summary>
internal static class PageTemplate
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly IFluidTemplate Template = new FluidParser(new FluidParserOptions { AllowFunctions = true }).Parse(ReportWords.Asset("report.liquid"));
    private static readonly TemplateOptions Options = MakeOptions();

    public static string Fill(IReadOnlyDictionary<string, object> values)
    {
        var context = new TemplateContext(Options);
        foreach (var (name, value) in values)
        {
            context.SetValue(name, value);
        }

        return Template.Render(context, Encoder);
    }

    private static TemplateOptions MakeOptions()
    {
        var options = new TemplateOptions
        {
            MemberAccessStrategy = new UnsafeMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.CamelCase },
            CultureInfo = CultureInfo.InvariantCulture,
        };
        options.ValueConverters.Add(value => value is DateOnly day ? new StringValue(day.ToString("O", CultureInfo.InvariantCulture)) : null);
        options.ValueConverters.Add(value => value switch
        {
            ConclusionKind outcome => new StringValue(outcome.Word()),
            VerdictKind verdict => new StringValue(verdict.Word()),
            Level level => new StringValue(level.Word()),
            CheckKind kind => new StringValue(kind.Word()),
            _ => null,
        });
        options.Filters.AddFilter("t", (key, values, _) => Markup(Word(key.ToStringValue(), [.. Enumerable.Range(0, values.Count).Select(index => Shown(values.At(index)))])));
        options.Filters.AddFilter("said", (message, _, _) => Markup(message.ToObjectValue() is Message said ? Said(said) : string.Empty));
        options.Filters.AddFilter("visible", (text, _, _) => new StringValue(VisibleText.Of(text.ToStringValue())));
        options.Filters.AddFilter("count", (number, _, _) => new StringValue(Shown(number)));
        return options;
    }

    private static string Word(string key, object[] values) => string.Concat(
        new[] { ReportWords.English, ReportWords.Chinese }.Select(words => Span(words.Language, words.Text(key, values))));

    private static string Said(Message message)
    {
        var (english, chinese) = (VisibleText.Of(message.Text), VisibleText.Of(message.In(MessageTable.Chinese)));
        return chinese == english
            ? $"<span class=\"as-is\" lang=\"{ReportWords.English.Language}\">{WebUtility.HtmlEncode(english)}</span>"
            : Span(ReportWords.English.Language, english) + Span(ReportWords.Chinese.Language, chinese);
    }

    private static string Span(string language, string text) => $"<span lang=\"{language}\">{WebUtility.HtmlEncode(text)}</span>";

    private static string Shown(FluidValue value) =>
        value.Type == FluidValues.Number ? value.ToNumberValue().ToString("#,0.###", CultureInfo.InvariantCulture) : value.ToStringValue();

    private static StringValue Markup(string markup) => new(markup, encode: false);
}
