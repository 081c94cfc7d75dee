using System.Globalization;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Comparison;
using OcpConformance.Report.Model;
using OcpConformance.Report.Output;

namespace OcpConformance.Engine.Settings;

/// <summary>Reads and checks the settings of a run.</summary>
public sealed class SettingsReader
{
    private static readonly Dictionary<string, Effect> Words =
        Enum.GetValues<Effect>().ToDictionary(effect => effect.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    // What is further off is no misspelling.
    private const int GreatestDistance = 3;

    private readonly SettingSource source;
    private readonly TimeProvider clock;

    private SettingsReader(SettingSource source, TimeProvider clock)
    {
        this.source = source;
        this.clock = clock;
    }

    /// <summary>Reads the settings.</summary>
    /// <param name="source">Where they are given.</param>
    /// <param name="contract">The contract, whose resources have settings of their own.</param>
    /// <param name="clock">The time, by which waivers expire; null for that of the system.</param>
    /// <exception cref="SettingsException">One is unknown, malformed or contradicts another, or a file that it names is.</exception>
    public static RunSettings Read(SettingSource source, ContractCatalog contract, TimeProvider? clock = null)
    {
        var definitions = SettingNames.General.Concat(SettingNames.OfResources(contract)).DistinctBy(definition => definition.Name).ToList();
        RefuseUnknown(source, [.. definitions.Select(definition => definition.Name)]);
        var settings = new SettingsReader(source, clock ?? TimeProvider.System).ReadAll(contract) with
        {
            Given = definitions
                .Where(definition => source[definition.Name] is not null)
                .ToDictionary(definition => definition.Name, definition => definition.Secret ? "(set)" : source[definition.Name]!, StringComparer.Ordinal),
        };
        SettingCombinations.Check(settings);
        return settings;
    }

    private static void RefuseUnknown(SettingSource source, List<string> known)
    {
        foreach (var name in source.Names.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal))
        {
            var nearest = Spelling.Nearest(known.Where(candidate => Math.Abs(candidate.Length - name.Length) <= GreatestDistance), name);
            throw new SettingsException(name, "there is no such setting", nearest is not null && Spelling.Distance(nearest, name) <= GreatestDistance ? $"Write {nearest}, if that is what you mean" : "The README lists all settings");
        }
    }

    private RunSettings ReadAll(ContractCatalog contract) => new()
    {
        BaseUrl = ReadBaseUrl(),
        UsesAccessKey = ReadWord(SettingNames.Auth, new Dictionary<string, bool>(StringComparer.Ordinal) { ["basic"] = false, ["aksk"] = true }, false),
        AccessKeyId = ReadHeaderText(SettingNames.AccessKeyId),
        AccessKeySecret = source[SettingNames.AccessKeySecret],
        UserName = ReadUserName(),
        Password = source[SettingNames.Password],
        Level = ReadWord(SettingNames.Level, new Dictionary<string, Level>(StringComparer.Ordinal) { ["must"] = Level.Must, ["should"] = Level.Should }, Level.Must),
        Effects = ReadEffects(),
        Version = ReadVersion(),
        Edition = ReadWord(SettingNames.Edition, new Dictionary<string, Edition>(StringComparer.Ordinal) { ["enterprise"] = Edition.Enterprise, ["community"] = Edition.Community }, Edition.Enterprise),
        Replay = ReadFile(SettingNames.Replay, "a HAR file"),
        Waivers = ReadFile(SettingNames.Waivers, "a file of waivers") is { } waivers ? WaiverReader.Read(waivers, contract, clock) : [],
        Baseline = ReadBaseline(),
        MinExercised = ReadNumber(SettingNames.MinExercised, 0, 0, 100, "percent"),
        Select = ReadSelect(contract),
        Language = ReadHeaderText(SettingNames.Language) ?? "en-US",
        Timeout = TimeSpan.FromSeconds(ReadNumber(SettingNames.Timeout, 30, 1, 3600, "seconds")),
        ConnectTimeout = TimeSpan.FromSeconds(ReadNumber(SettingNames.ConnectTimeout, 5, 1, 3600, "seconds")),
        RateBudget = TimeSpan.FromSeconds(ReadNumber(SettingNames.RateBudget, 300, 0, 86400, "seconds")),
        Parallel = ReadNumber(SettingNames.Parallel, 8, 1, 256, "exchanges"),
        Judging = new JudgeOptions
        {
            ClockTolerance = TimeSpan.FromSeconds(ReadNumber(SettingNames.ClockTolerance, 900, 0, 86400, "seconds")),
            DurationTolerance = TimeSpan.FromMilliseconds(ReadNumber(SettingNames.DurationTolerance, 250, 0, 60000, "milliseconds")),
        },
        TlsCa = ReadFile(SettingNames.TlsCa, "a PEM file"),
        TlsInsecure = ReadWord(SettingNames.TlsInsecure, new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase) { ["true"] = true, ["false"] = false }, false),
        Results = ReadPath(SettingNames.Results),
        Formats = ReadFormats(),
        Bundle = ReadPath(SettingNames.Bundle),
        BundleKey = ReadFile(SettingNames.BundleKey, "a PEM file"),
        MockFault = source[SettingNames.MockFault],
        ResourceValues = contract.Resources.Values
            .Where(resource => source[resource.Setting] is not null)
            .ToDictionary(resource => resource.Name, resource => ReadResource(resource, contract), StringComparer.Ordinal),
    };

    // A pattern that is misspelled would otherwise leave operations out, and nobody would notice.
    private string[] ReadSelect(ContractCatalog contract)
    {
        if (source[SettingNames.Select] is not { } text)
        {
            return ["*"];
        }

        var patterns = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var idle = patterns.Length == 0 ? text : Array.Find(patterns, pattern => !contract.Operations.Any(operation => operation.Matches([pattern])));
        return idle is null ? patterns : throw new SettingsException(
            SettingNames.Select,
            $"no operation is called '{idle}'",
            Spelling.Nearest(contract.Operations.SelectMany(operation => new[] { operation.Id, $"{operation.Area}/*" }), idle) is { } nearest ? $"Write {nearest}, if that is what you mean; `operations` of the command line lists them all" : "Write the id of an operation");
    }

    private Uri? ReadBaseUrl()
    {
        var text = source[SettingNames.BaseUrl];
        if (text is null or "mock")
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps) || url.Host.Length == 0)
        {
            throw new SettingsException(SettingNames.BaseUrl, "it is no http or https address", "Write it like https://ocp.example.com:8080, or mock");
        }

        if (url.UserInfo.Length > 0)
        {
            throw new SettingsException(SettingNames.BaseUrl, "it holds credentials, which would appear in every output", $"Move them to {SettingNames.UserName} and {SettingNames.Password}");
        }

        return url.Query.Length == 0 && url.Fragment.Length == 0
            ? url
            : throw new SettingsException(SettingNames.BaseUrl, "it holds a query or a fragment", "Write scheme, host, port and path only");
    }

    private string? ReadUserName() => source[SettingNames.UserName] is { } name && name.Contains(':', StringComparison.Ordinal)
        ? throw new SettingsException(SettingNames.UserName, "it holds a colon, which HTTP Basic cannot carry", "Use another user")
        : source[SettingNames.UserName];

    private string? ReadHeaderText(string setting) => source[setting] is { } text && !text.All(character => character is >= ' ' and <= '~')
        ? throw new SettingsException(setting, "it holds a character that no header carries", "Write printable ASCII characters only")
        : source[setting];

    private string? ReadFile(string setting, string kind) => ReadPath(setting) is { } file && !File.Exists(file)
        ? throw new SettingsException(setting, $"there is no file {file}", $"Write the path of {kind}")
        : ReadPath(setting);

    private string? ReadPath(string setting)
    {
        try
        {
            return source.PathOf(setting);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException)
        {
            throw new SettingsException(setting, $"it is no path: {exception.Message.TrimEnd('.')}", "Write the path of a file or folder");
        }
    }

    private HashSet<string>? ReadFormats()
    {
        if (source[SettingNames.Formats] is not { } text)
        {
            return null;
        }

        var words = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return words.Except(ReportFormats.Names, StringComparer.Ordinal).FirstOrDefault() is { } unknown
            ? throw new SettingsException(SettingNames.Formats, $"'{unknown}' is no format", $"Write some of {string.Join(", ", ReportFormats.Names)}, separated by commas")
            : words;
    }

    private ResultDocument? ReadBaseline()
    {
        try
        {
            return ReadFile(SettingNames.Baseline, $"the {Vocabulary.ResultFile} of an earlier run") is { } file ? ComparableResult.Read(file) : null;
        }
        catch (ResultException exception)
        {
            throw new SettingsException(SettingNames.Baseline, [exception.Message]);
        }
    }

    // A target would rightly reject an id of the wrong type, and be blamed for it.
    private string ReadResource(Resource resource, ContractCatalog contract)
    {
        var value = source[resource.Setting]!;
        if (!PathTemplate.IsSegment(value))
        {
            throw new SettingsException(resource.Setting, $"'{value}' would lead to another path", $"Write the id of {resource.Title}");
        }

        var types = contract.Operations.SelectMany(operation => operation.Parameters).Where(parameter => parameter.In == ParameterPlace.Path && parameter.Resource == resource.Name).Select(parameter => parameter.Type).ToList();
        return types.Count > 0 && types.TrueForAll(type => type == "integer") && !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? throw new SettingsException(resource.Setting, $"'{value}' is no id of {resource.Title}", "Write a whole number")
            : value;
    }

    private HashSet<Effect> ReadEffects()
    {
        var effects = new HashSet<Effect> { Effect.Read };
        foreach (var word in (source[SettingNames.Effects] ?? "read").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            effects.Add(Words.TryGetValue(word, out var effect)
                ? effect
                : throw new SettingsException(SettingNames.Effects, $"'{word}' is no effect", $"Write some of {string.Join(", ", Words.Keys)}, separated by commas"));
        }

        return effects;
    }

    private Version? ReadVersion() =>
        source[SettingNames.Version] is not { } text ? null
        : text.Split('.').Length == 3 && Version.TryParse(text, out var version) && version >= Release.OldestVersion ? version
        : throw new SettingsException(SettingNames.Version, $"'{text}' is no release that is documented", $"Write a version from {Release.OldestVersion}, like 4.2.2");

    private int ReadNumber(string setting, int otherwise, int least, int greatest, string unit)
    {
        if (source[setting] is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= greatest
            ? number
            : throw new SettingsException(setting, $"'{text}' is no number of {unit}", $"Write a whole number from {least} to {greatest}");
    }

    private T ReadWord<T>(string setting, Dictionary<string, T> words, T otherwise) =>
        source[setting] is not { } text ? otherwise
        : words.TryGetValue(text, out var value) ? value
        : throw new SettingsException(setting, $"'{text}' is not allowed", $"Write {string.Join(" or ", words.Keys)}");
}
