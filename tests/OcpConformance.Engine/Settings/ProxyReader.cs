using System.Net;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Settings;

/// <summary>Reads out of the environment which proxy a target is reached through, as curl does.</summary>
internal static class ProxyReader
{
    private const string Exceptions = "NO_PROXY";
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];

    /// <summary>The proxy for a target.</summary>
    /// <param name="source">The environment; a variable in lower case comes before the same in capitals.</param>
    /// <param name="target">The target; this machine is never reached through a proxy.</param>
    /// <returns>The proxy; null for none.</returns>
    /// <exception cref="SettingsException">What a variable names is no address.</exception>
    public static ProxyServer? For(SettingSource source, Uri target)
    {
        string[] names = [target.Scheme == Uri.UriSchemeHttps ? "HTTPS_PROXY" : "HTTP_PROXY", "ALL_PROXY"];
        var given = names.Select(name => Given(source, name)).FirstOrDefault(named => named is not null);
        return given is var (variable, text) && !IsLocal(target) && !IsException(target, Given(source, Exceptions)?.Text ?? string.Empty)
            ? Read(variable, text)
            : null;
    }

    private static (string Variable, string Text)? Given(SettingSource source, string name) =>
        source.Variable(name.ToLowerInvariant()) is { } lower ? (name.ToLowerInvariant(), lower)
        : source.Variable(name) is { } upper ? (name, upper)
        : null;

    private static bool IsLocal(Uri target) =>
        target.IsLoopback || target.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static bool IsException(Uri target, string exceptions)
    {
        var host = target.IdnHost.TrimEnd('.');
        return exceptions.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Any(exception => exception == "*" || Covers(exception, host));
    }

    private static bool Covers(string exception, string host)
    {
        var name = exception.Trim('.').TrimStart('[').TrimEnd(']');
        return IPAddress.TryParse(host, out var address)
            ? (IPAddress.TryParse(name, out var one) && one.Equals(address))
                || (IPNetwork.TryParse(name, out var network) && network.Contains(address))
            : host.Equals(name, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase);
    }

    private static ProxyServer Read(string variable, string text)
    {
        var full = text.Contains("://", StringComparison.Ordinal) ? text : $"http://{text}";
        if (!Uri.TryCreate(full, UriKind.Absolute, out var url) || !Schemes.Contains(url.Scheme) || url.Host.Length == 0)
        {
            throw new SettingsException(
                variable, "it is no address of a proxy", "Write it like http://proxy.example.com:3128, or unset it");
        }

        string[] parts = [.. url.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString)];
        return new ProxyServer(new Uri($"{url.Scheme}://{url.Authority}"), variable)
        {
            Credentials = url.UserInfo.Length == 0 ? null : new NetworkCredential(parts[0], parts.ElementAtOrDefault(1)),
        };
    }
}
