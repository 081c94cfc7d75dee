namespace OcpConformance.Contract.Fixtures;

/// <summary>A server that answers from fixtures, until it is disposed of.</summary>
public interface IFixtureServer : IAsyncDisposable
{
    /// <summary>Where it listens.</summary>
    Uri Url { get; }

    /// <summary>Name of the one user that it knows.</summary>
    string UserName { get; }

    /// <summary>Password of the user.</summary>
    string Password { get; }

    /// <summary>Id of the one access key that it knows.</summary>
    string AccessKeyId { get; }

    /// <summary>Secret of the access key.</summary>
    string AccessKeySecret { get; }
}
