using System.Text;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Running;
using OcpConformance.Transport.Authentication;

namespace OcpConformance.Engine.Results;

/// <summary>Writes the curl command that repeats a request, with variables in place of secrets.</summary>
internal static class CurlCommand
{
    private static readonly string[] KeptHeaders = ["Accept", "Accept-Language", "Content-Type"];

    public static string Write(ExchangeRequest request, Scenario? scenario, RunTarget target)
    {
        var text = new StringBuilder("curl -sS -i");
        if (request.Method != "GET")
        {
            text.Append(" -X ").Append(request.Method);
        }

        ICredentials? credentials = scenario?.Kind == ScenarioKind.WithoutCredentials ? null : target.Credentials;
        if (scenario?.Kind == ScenarioKind.WrongCredentials)
        {
            text.Append(" -u \"$OCP_USERNAME:wrong\"");
        }
        else if (credentials is not null)
        {
            text.Append(' ').Append(credentials.CurlOptions);
        }

        foreach (var header in request.Headers.Where(header => KeptHeaders.Contains(header.Name, StringComparer.OrdinalIgnoreCase)))
        {
            text.Append(" -H ").Append(Quote($"{header.Name}: {header.Value}"));
        }

        if (request.Body is { } body)
        {
            text.Append(" --data-binary ").Append(Quote(Encoding.UTF8.GetString(body.Span)));
        }

        return text.Append(' ').Append(Quote(request.Url.AbsoluteUri)).ToString();
    }

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
