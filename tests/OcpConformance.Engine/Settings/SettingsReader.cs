using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Judging;

namespace OcpConformance.Engine.Settings;

/// <summary>Reads and checks the settings of a run.</summary>
public static class SettingsReader
{
    // What is further off is not a misspelling.
    private const int GreatestDistance = 3;

    /// <summary>Reads the settings.</summary>
    /// <param name="source">Where they are given.</param>
    /// <param name="contract">The contract, whose resources have settings of their own.</param>
    /// <param name="clock">The time, by which waivers expire; null for that of the system.</param>
    /// <exception cref="SettingsException">One is unknown, malformed or contradicts another, or a file that it names is.</exception>
    public static RunSettings Read(SettingSource source, ContractCatalog contract, TimeProvider? clock = null)
    {
        var definitions = SettingTable.General.Concat(SettingTable.OfResources(contract.Resources.Values)).DistinctBy(definition => definition.Name).ToList();
        RefuseUnknown(source, [.. definitions.Select(definition => definition.Name)]);
        var settings = ReadAll(new SettingContext(source, contract, clock ?? TimeProvider.System)) with
        {
            Given = definitions
                .Where(definition => source[definition.Name] is not null)
                .ToDictionary(definition => definition.Name, definition => definition.Secret ? "(set)" : source[definition.Name]!, StringComparer.Ordinal),
        };
        SettingCombinations.Check(settings);
        return settings.BaseUrl is { } target ? settings with { Proxy = ProxyReader.For(source, target) } : settings;
    }

    private static void RefuseUnknown(SettingSource source, List<string> known)
    {
        foreach (var name in source.Names.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal))
        {
            var nearest = Spelling.Nearest(known.Where(candidate => Math.Abs(candidate.Length - name.Length) <= GreatestDistance), name);
            var isClose = nearest is not null && Spelling.Distance(nearest, name) <= GreatestDistance;
            throw new SettingsException(name, "there is no such setting", isClose ? $"Write {nearest}, if that is what you mean" : "The README lists all settings");
        }
    }

    private static RunSettings ReadAll(SettingContext context) => new()
    {
        BaseUrl = SettingTable.TargetAddress.In(context),
        UsesAccessKey = SettingTable.Authentication.In(context),
        AccessKeyId = SettingTable.KeyId.In(context),
        AccessKeySecret = SettingTable.KeySecret.In(context),
        UserName = SettingTable.User.In(context),
        Password = SettingTable.PasswordOfUser.In(context),
        Level = SettingTable.DecidingLevel.In(context),
        Effects = SettingTable.AllowedEffects.In(context),
        Version = SettingTable.JudgedVersion.In(context),
        Edition = SettingTable.JudgedEdition.In(context),
        Replay = SettingTable.Recording.In(context),
        Waivers = SettingTable.AcceptedViolations.In(context),
        Baseline = SettingTable.EarlierResult.In(context),
        MinExercised = SettingTable.LeastExercised.In(context),
        Select = SettingTable.Selection.In(context),
        Scenarios = SettingTable.ScenarioSelection.In(context),
        Language = SettingTable.MessageLanguage.In(context),
        Timeout = SettingTable.ExchangeTimeout.In(context),
        ConnectTimeout = SettingTable.ConnectionTimeout.In(context),
        RateBudget = SettingTable.ThrottlingBudget.In(context),
        Parallel = SettingTable.ParallelExchanges.In(context),
        Judging = new JudgeOptions { ClockTolerance = SettingTable.ClockDistance.In(context), DurationTolerance = SettingTable.DurationExcess.In(context) },
        TlsCa = SettingTable.Authorities.In(context),
        TlsInsecure = SettingTable.AnyCertificate.In(context),
        Results = SettingTable.ResultFolder.In(context),
        Formats = SettingTable.WrittenFormats.In(context),
        Bundle = SettingTable.BundleFile.In(context),
        BundleKey = SettingTable.SigningKey.In(context),
        MockFault = SettingTable.Fault.In(context),
        ResourceValues = context.Contract.Resources.Values
            .Select(resource => (resource.Name, Value: SettingTable.OfResource(resource).In(context)))
            .Where(resource => resource.Value is not null)
            .ToDictionary(resource => resource.Name, resource => resource.Value!, StringComparer.Ordinal),
    };
}
