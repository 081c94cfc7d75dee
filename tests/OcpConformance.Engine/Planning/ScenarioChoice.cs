using System.IO.Enumeration;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Settings;

namespace OcpConformance.Engine.Planning;

/// <summary>Keeps the scenarios of a plan that a setting asks for.</summary>
public static class ScenarioChoice
{
    /// <summary>The exchanges whose scenario one of the patterns matches; the steps of an object's life all together, so that what is created is deleted.</summary>
    /// <param name="plan">The exchanges that fit the operations.</param>
    /// <param name="patterns">Patterns of scenarios.</param>
    /// <exception cref="SettingsException">A pattern matches none.</exception>
    public static IReadOnlyList<PlannedExchange> Of(IReadOnlyList<PlannedExchange> plan, IReadOnlyList<string> patterns)
    {
        if (AsksForAll(patterns))
        {
            return plan;
        }

        var names = plan.Select(planned => planned.Scenario.Name).Distinct(StringComparer.Ordinal).ToList();
        if (patterns.DefaultIfEmpty(string.Empty).FirstOrDefault(pattern => !names.Exists(name => Matches(pattern, name))) is { } idle)
        {
            throw new SettingsException(
                SettingNames.Scenarios,
                $"no scenario of the selected operations is called '{idle}'",
                Spelling.Nearest(names, idle) is { } nearest ? $"Write {nearest}, if that is what you mean" : $"Select operations with {SettingNames.Select}");
        }

        var chosen = names.Where(name => patterns.Any(pattern => Matches(pattern, name))).ToHashSet(StringComparer.Ordinal);
        var lives = plan.Any(planned => planned.Scenario.Kind == ScenarioKind.Lifecycle && chosen.Contains(planned.Scenario.Name));
        return [.. plan.Where(planned => planned.Scenario.Kind == ScenarioKind.Lifecycle ? lives : chosen.Contains(planned.Scenario.Name))];
    }

    /// <summary>Whether nothing is left out.</summary>
    public static bool AsksForAll(IReadOnlyList<string> patterns) => patterns is ["*"];

    private static bool Matches(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name);
}
