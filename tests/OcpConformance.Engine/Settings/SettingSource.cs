namespace OcpConformance.Engine.Settings;

/// <summary>Where settings are given: the environment comes before the parameters of a runsettings file.</summary>
/// <param name="environment">Environment variables.</param>
/// <param name="parameters">Parameters of the runsettings file.</param>
public sealed class SettingSource(IReadOnlyDictionary<string, string> environment, IReadOnlyDictionary<string, string> parameters)
{
    /// <summary>Names of settings that are given somewhere; other environment variables are none of our business.</summary>
    public IEnumerable<string> Names =>
        environment.Keys.Where(name => name.StartsWith(SettingNames.Prefix, StringComparison.Ordinal)).Concat(parameters.Keys).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// The path that a setting gives; null where it is not given. A relative one counts from the folder that the run was
    /// started in, which a shell names in PWD: the test runner itself works in another.
    /// </summary>
    public string? PathOf(string name) => this[name] is not { } path ? null
        : environment.TryGetValue("PWD", out var startedIn) && Path.IsPathFullyQualified(startedIn) ? Path.GetFullPath(path, startedIn)
        : Path.GetFullPath(path);

    /// <summary>The value of an environment variable that is no setting of the suite; null where it is not given, or empty.</summary>
    public string? Variable(string name) => environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>The value of a setting; null where it is not given, or empty.</summary>
    public string? this[string name] =>
        environment.TryGetValue(name, out var value) && value.Length > 0 ? value
        : parameters.TryGetValue(name, out value) && value.Length > 0 ? value
        : null;
}
