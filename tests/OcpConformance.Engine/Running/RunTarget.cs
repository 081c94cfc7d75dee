using OcpConformance.Transport.Authentication;

namespace OcpConformance.Engine.Running;

/// <summary>The target of a run.</summary>
/// <param name="Kind"><c>mock</c>, <c>live</c> or <c>recorded</c>.</param>
/// <param name="BaseUrl">Where it is.</param>
/// <param name="Credentials">The right ones.</param>
/// <param name="WrongCredentials">The same user with a wrong password.</param>
public sealed record RunTarget(string Kind, Uri BaseUrl, ICredentials Credentials, ICredentials WrongCredentials)
{
    /// <summary>The embedded mock.</summary>
    public const string Mock = "mock";

    /// <summary>A real OCP, or whatever answers in its place.</summary>
    public const string Live = "live";

    /// <summary>Recorded traffic.</summary>
    public const string Recorded = "recorded";

    /// <summary>A target that is called with an access key.</summary>
    public static RunTarget WithAccessKey(string kind, Uri baseUrl, string accessKeyId, string accessKeySecret)
    {
        var credentials = new AccessKeyCredentials(accessKeyId, accessKeySecret);
        return new RunTarget(kind, baseUrl, credentials, credentials.WithWrongSecret());
    }

    /// <summary>A target that is called with HTTP Basic.</summary>
    public static RunTarget WithBasic(string kind, Uri baseUrl, string userName, string password)
    {
        var credentials = new BasicCredentials(userName, password);
        return new RunTarget(kind, baseUrl, credentials, credentials.WithWrongPassword());
    }
}
