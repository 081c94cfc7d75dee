using OcpConformance.Engine.Settings;
using OcpConformance.Report.Model;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Targets;

/// <summary>The target of a run.</summary>
/// <param name="Kind">One of <see cref="TargetKind"/>.</param>
/// <param name="BaseUrl">Where it is.</param>
public sealed record RunTarget(string Kind, Uri BaseUrl)
{
    /// <summary>Id of the exchange that asks for a path that no operation has.</summary>
    internal const string UnknownPathId = "unknown-path";

    /// <summary>User name and password; null where none are known.</summary>
    public BasicCredentials? Basic { get; init; }

    /// <summary>The access key; null where none is known.</summary>
    public AccessKeyCredentials? AccessKey { get; init; }

    /// <summary>Whether requests are signed with the access key; otherwise they carry the password, where one is known.</summary>
    public bool Signs { get; init; }

    /// <summary>The credentials that valid requests carry.</summary>
    public ICredentials Credentials => Signs ? AccessKey! : Basic ?? (ICredentials)NoCredentials.Instance;

    /// <summary>What requests go through; null for nothing.</summary>
    public ProxyServer? Proxy { get; init; }

    /// <summary>Everything that must appear in no output.</summary>
    public IEnumerable<string> Secrets => (Basic?.Secrets ?? []).Concat(AccessKey?.Secrets ?? []).Concat(Proxy?.Secrets ?? []);

    /// <summary>The live target that settings name, with all credentials that they give.</summary>
    public static RunTarget OfSettings(RunSettings settings) => new(TargetKind.Live, settings.BaseUrl!)
    {
        Basic = settings is { UserName: { } user, Password: { } password } ? new BasicCredentials(user, password) : null,
        AccessKey = settings is { AccessKeyId: { } id, AccessKeySecret: { } secret } ? new AccessKeyCredentials(id, secret) : null,
        Signs = settings.UsesAccessKey,
        Proxy = settings.Proxy,
    };

    /// <summary>A target that is called with an access key.</summary>
    public static RunTarget WithAccessKey(string kind, Uri baseUrl, string accessKeyId, string accessKeySecret) =>
        new(kind, baseUrl) { AccessKey = new AccessKeyCredentials(accessKeyId, accessKeySecret), Signs = true };

    /// <summary>A target that is called with HTTP Basic.</summary>
    public static RunTarget WithBasic(string kind, Uri baseUrl, string userName, string password) =>
        new(kind, baseUrl) { Basic = new BasicCredentials(userName, password) };
}
