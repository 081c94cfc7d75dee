using System.Globalization;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Comparison;
using OcpConformance.Report.Model;
using OcpConformance.Report.Output;

namespace OcpConformance.Engine.Settings;

/// <summary>Reads the texts of settings that have a form of their own.</summary>
internal static class SettingParsers
{
    private static readonly Dictionary<string, Effect> EffectWords =
        Enum.GetValues<Effect>().ToDictionary(effect => effect.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static Uri? BaseUrl(SettingText text)
    {
        if (text.Value == "mock")
        {
            return null;
        }

        if (!Uri.TryCreate(text.Value, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps) || url.Host.Length == 0)
        {
            throw text.Wrong("it is not an http or https address", "Write it like https://ocp.example.com:8080, or mock");
        }

        if (url.UserInfo.Length > 0)
        {
            throw text.Wrong("it holds credentials, which would appear in every output", $"Move them to {SettingNames.UserName} and {SettingNames.Password}");
        }

        // The paths of the operations begin with that themselves.
        var probe = text.Context.Contract.ProbePath;
        var root = probe[..probe.LastIndexOf('/')];
        if (root.Length > 0 && $"{url.AbsolutePath}/".Contains($"{root}/", StringComparison.OrdinalIgnoreCase))
        {
            throw text.Wrong(
                $"it holds {root}, which the paths of the operations begin with themselves",
                $"Leave {root} and what follows it out, as in https://ocp.example.com:8080");
        }

        return url.Query.Length == 0 && url.Fragment.Length == 0
            ? url
            : throw text.Wrong("it holds a query or a fragment", "Write scheme, host, port and path only");
    }

    public static string UserName(SettingText text) => text.Value.Contains(':', StringComparison.Ordinal)
        ? throw text.Wrong("it holds a colon, which HTTP Basic cannot carry", "Use another user")
        : text.Value;

    // A pattern that is misspelled would otherwise leave operations out, and nobody would notice.
    public static IReadOnlyList<string> Select(SettingText text)
    {
        var (patterns, contract) = (text.Parts, text.Context.Contract);
        var idle = patterns.Length == 0 ? text.Value : Array.Find(patterns, pattern => !contract.Operations.Any(operation => operation.Matches([pattern])));
        return idle is null ? patterns : throw text.Wrong(
            $"no operation is called '{idle}'",
            Spelling.Nearest(contract.Operations.SelectMany(operation => new[] { operation.Id, $"{operation.Area}/*" }), idle) is { } nearest
                ? $"Write {nearest}, if that is what you mean; `operations` of the command line lists them all"
                : "Write the id of an operation");
    }

    public static IReadOnlySet<Effect> Effects(SettingText text)
    {
        var effects = new HashSet<Effect> { Effect.Read };
        foreach (var word in text.Parts)
        {
            effects.Add(EffectWords.TryGetValue(word, out var effect)
                ? effect
                : throw text.Wrong($"'{word}' is not an effect", $"Write some of {string.Join(", ", EffectWords.Keys)}, separated by commas"));
        }

        return effects;
    }

    public static Version? Version(SettingText text) =>
        text.Value.Split('.').Length == 3 && System.Version.TryParse(text.Value, out var version) && version >= Release.OldestVersion
            ? version
            : throw text.Wrong($"'{text.Value}' is not a release that is documented", $"Write a version from {Release.OldestVersion}, like 4.2.2");

    public static IReadOnlySet<string>? Formats(SettingText text)
    {
        var words = text.Parts.ToHashSet(StringComparer.Ordinal);
        return words.Except(ReportFormats.Names, StringComparer.Ordinal).FirstOrDefault() is { } unknown
            ? throw text.Wrong($"'{unknown}' is not a format", $"Write some of {string.Join(", ", ReportFormats.Names)}, separated by commas")
            : words;
    }

    public static ResultDocument? Baseline(SettingText text)
    {
        try
        {
            return ComparableResult.Read(text.File($"the {Vocabulary.ResultFile} of an earlier run"));
        }
        catch (ResultException exception)
        {
            throw new SettingsException(text.Setting, [exception.Message]);
        }
    }

    // A target would rightly reject an id of the wrong type, and be blamed for it.
    public static string ResourceId(Resource resource, SettingText text)
    {
        if (!PathTemplate.IsSegment(text.Value))
        {
            throw text.Wrong($"'{text.Value}' would lead to another path", $"Write the id of {resource.Title}");
        }

        var types = text.Context.Contract.Operations
            .SelectMany(operation => operation.Parameters)
            .Where(parameter => parameter.In == ParameterPlace.Path && parameter.Resource == resource.Name)
            .Select(parameter => parameter.Type)
            .ToList();
        return types.Count > 0 && types.TrueForAll(type => type == "integer") && !long.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? throw text.Wrong($"'{text.Value}' is not an id of {resource.Title}", "Write a whole number")
            : text.Value;
    }
}
