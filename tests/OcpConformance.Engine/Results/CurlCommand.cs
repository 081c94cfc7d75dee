using System.Text;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Sending;
using OcpConformance.Engine.Settings;
using OcpConformance.Transport.Authentication;

namespace OcpConformance.Engine.Results;

/// <summary>Writes the curl command that repeats a request, with variables in place of secrets.</summary>
internal static class CurlCommand
{
    private static readonly string[] KeptHeaders = [Header.Accept, Header.AcceptLanguage, "Content-Type", RequestComposer.TraceHeader];

    /// <param name="request">The request.</param>
    /// <param name="body">Its body without secrets; null where there is none.</param>
    /// <param name="credentials">Who calls; null for nobody.</param>
    /// <param name="settings">Whom the run trusts, and what it reaches the target through.</param>
    public static string Write(ExchangeRequest request, string? body, ICredentials? credentials, RunSettings settings)
    {
        var text = new StringBuilder("curl -sS -i");
        if (request.Method == "HEAD")
        {
            text.Append(" --head");
        }
        else if (request.Method != "GET" || request.Body is not null)
        {
            text.Append(" -X ").Append(request.Method);
        }

        if (request.Url.Scheme == Uri.UriSchemeHttps)
        {
            text.Append(settings.TlsInsecure ? " -k" : settings.TlsCa is { } authorities ? $" --cacert {Quote(authorities)}" : string.Empty);
        }

        if (settings.Proxy is { } proxy)
        {
            text.Append(" --proxy ").Append(Quote(proxy.Address.GetLeftPart(UriPartial.Authority)));
        }

        if (credentials is not null)
        {
            text.Append(' ').Append(credentials.CurlOptions);
        }

        foreach (var header in request.Headers.Where(header => KeptHeaders.Contains(header.Name, StringComparer.OrdinalIgnoreCase)))
        {
            text.Append(" -H ").Append(Quote($"{header.Name}: {header.Value}"));
        }

        if (body is not null)
        {
            text.Append(" --data-binary ").Append(Quote(body));
        }

        return text.Append(' ').Append(Quote(request.Url.AbsoluteUri)).ToString();
    }

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
