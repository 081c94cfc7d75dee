using OcpConformance.Contract.Judging;
using OcpConformance.Report.Model;
using OcpConformance.Report.Text;
using OcpConformance.Report.Violations;

namespace OcpConformance.Report.Html;

/// <summary>Makes causes ready to be shown, each with one exchange that stands for it.</summary>
/// <param name="result">The result.</param>
internal sealed class CauseViews(ResultDocument result)
{
    private const int Detailed = 50;
    private const int Listed = 10;
    private const int ShownBytes = 128;

    private readonly Dictionary<string, ExchangeResult> exchanges = result.Exchanges.DistinctBy(exchange => exchange.Id).ToDictionary(exchange => exchange.Id, StringComparer.Ordinal);

    public IReadOnlyList<CauseView> Of(VerdictKind verdict) => [.. Causes.Of(result, verdict).Select(View)];

    private CauseView View(Cause cause, int index)
    {
        var first = cause.Members[0];
        var findings = cause.Members
            .Where(member => member.Evidence.Exchange == first.Evidence.Exchange)
            .SelectMany(member => member.Evidence.Findings ?? [])
            .Distinct()
            .ToList();
        var example = index < Detailed && exchanges.TryGetValue(first.Evidence.Exchange, out var exchange) ? Of(exchange, findings) : null;
        return new CauseView(
            index + 1,
            cause,
            cause.Exchanges.Select(id => exchanges.GetValueOrDefault(id)?.Operation).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            first.Requirement,
            findings,
            example,
            [.. cause.Members.DistinctBy(member => member.Evidence.Exchange).Take(Listed)]);
    }

    private static ExchangeView Of(ExchangeResult exchange, IReadOnlyList<FindingResult> findings)
    {
        var headers = (exchange.Answer?.Headers ?? [])
            .Select(header => new HeaderView(header.Name, VisibleText.Of(header.Value), [.. findings.Where(finding => finding.Place.Equals(header.Name, StringComparison.OrdinalIgnoreCase))]))
            .ToList();
        var body = exchange.Answer?.Body;
        return new ExchangeView(
            exchange,
            exchange.Request?.Body is { } request ? BodyText.Lines(request, []) : [],
            headers,
            body is null ? [] : BodyText.Lines(body, findings),
            exchange.Answer?.BodyBase64 is { } base64 ? Hexadecimal(base64) : null,
            [.. findings.Where(finding => !headers.Exists(header => header.Findings.Contains(finding)) && (body is null || (finding.Place.Length > 0 && finding.Place[0] != '/')))]);
    }

    private static string Hexadecimal(string base64)
    {
        var bytes = Convert.FromBase64String(base64);
        return string.Join(' ', bytes.Take(ShownBytes).Select(value => value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture))) + (bytes.Length > ShownBytes ? " …" : string.Empty);
    }
}
