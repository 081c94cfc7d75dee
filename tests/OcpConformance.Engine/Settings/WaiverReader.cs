using System.Globalization;
using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Contract.Schemas;
using OcpConformance.Engine.Waivers;
using OcpConformance.Report.Model;

namespace OcpConformance.Engine.Settings;

/// <summary>Reads a file of waivers. Whatever is wrong in it is reported at once, before anything is sent.</summary>
public sealed class WaiverReader
{
    /// <summary>How many days ahead a waiver may expire.</summary>
    public const int LongestDays = 180;

    private const string DayFormat = "yyyy-MM-dd";
    private const string List = "/waivers";

    private readonly string file;
    private readonly DateOnly today;
    private readonly HashSet<string> known;
    private readonly List<ContractProblem> problems = [];

    private WaiverReader(string file, DateOnly today, IEnumerable<string> known)
    {
        this.file = file;
        this.today = today;
        this.known = known.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="contract">The requirements that can be waived, and the schema of the file.</param>
    /// <param name="clock">The time; a waiver counts to the end of its last day in UTC.</param>
    /// <exception cref="SettingsException">The file cannot be read, or a waiver is malformed, expired, a duplicate or reaches too far ahead.</exception>
    /// <exception cref="ContractException">The contract lacks the schema of the file.</exception>
    public static IReadOnlyList<Waiver> Read(string file, ContractCatalog contract, TimeProvider clock)
    {
        var content = Content(file);
        ThrowIfAny(new MetaSchemas(contract.Schemas).Check("waivers", file, content));
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var reader = new WaiverReader(file, today, new ApplicableRequirements(contract).All().Select(requirement => requirement.Id));
        var waivers = content.GetProperty("waivers").EnumerateArray().Select((waiver, index) => reader.Waiver(waiver, JsonPointer.Append(List, index))).ToList();
        reader.RefuseDuplicates(waivers);
        ThrowIfAny(reader.problems);
        return waivers;
    }

    private static JsonElement Content(string file)
    {
        try
        {
            var reading = StrictJson.Read(File.ReadAllBytes(file));
            return reading.Value ?? throw Problem(file, $"it is no JSON: {reading.Detail}", "Correct the JSON");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Problem(file, exception.Message.TrimEnd('.'), "Make the file readable");
        }
    }

    private static SettingsException Problem(string file, string problem, string remedy) =>
        new(SettingNames.Waivers, [new ContractProblem(file, string.Empty, problem, remedy).ToString()]);

    private static void ThrowIfAny(IEnumerable<ContractProblem> problems)
    {
        if (problems.ToList() is { Count: > 0 } found)
        {
            throw new SettingsException(SettingNames.Waivers, found.Select(problem => problem.ToString()));
        }
    }

    private Waiver Waiver(JsonElement waiver, string place)
    {
        var requirement = Text(waiver, "requirement")!;
        var target = Text(waiver, "target");
        var releases = Text(waiver, "version");
        if (target is null && releases is null)
        {
            Report(place, "it names neither target nor version, so it would count everywhere and forever", "Add the target, the version, or both; \"target\": \"*\" means every target");
        }

        return new Waiver
        {
            Place = place,
            Requirement = requirement,
            IsPattern = IsPattern(requirement, place),
            Target = Target(target, place),
            Releases = Releases(releases, place),
            Edition = Text(waiver, "edition") is { } edition ? Enum.Parse<Edition>(edition, ignoreCase: true) : null,
            Actual = Text(waiver, "actual"),
            Reason = Text(waiver, "reason")!,
            Owner = Text(waiver, "owner")!,
            Ticket = Text(waiver, "ticket")!,
            Expires = Expires(Text(waiver, "expires")!, place),
        };
    }

    private bool IsPattern(string requirement, string place)
    {
        if (known.Contains(requirement))
        {
            return false;
        }

        var pattern = new Waiver { Place = place, Requirement = requirement, IsPattern = true, Reason = string.Empty, Owner = string.Empty, Ticket = string.Empty, Expires = today };
        if (!known.Any(pattern.Concerns))
        {
            Report($"{place}/requirement", $"no requirement of the contract is '{requirement}'", $"The nearest is {Spelling.Nearest(known.Order(StringComparer.Ordinal), requirement)}");
        }

        return true;
    }

    private string? Target(string? target, string place)
    {
        if (target is not (null or TargetKind.Mock or TargetKind.Live or TargetKind.Recorded) && !target.StartsWith('*') && !target.Contains("://", StringComparison.Ordinal))
        {
            Report($"{place}/target", $"'{target}' is neither a kind of target nor an address", $"Write {TargetKind.Mock}, {TargetKind.Live}, {TargetKind.Recorded}, or an address like https://ocp.example.com:8080, where * stands for any text");
        }

        return target;
    }

    private WaivedReleases? Releases(string? text, string place)
    {
        var releases = text is null ? null : WaivedReleases.Parse(text);
        if (text is not null && releases is null)
        {
            Report($"{place}/version", $"'{text}' is neither a release nor a range of releases", "Write 4.2.2, 4.2.0-4.2.2, 4.2.0- or -4.2.2");
        }

        return releases;
    }

    private DateOnly Expires(string text, string place)
    {
        var at = $"{place}/expires";
        if (!DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Report(at, $"'{text}' is no day of the calendar", "Write a day like 2026-02-28");
        }
        else if (day < today)
        {
            Report(at, $"the waiver expired on {text}", "Remove it, or agree on a new day with its owner");
        }
        else if (day.DayNumber - today.DayNumber > LongestDays)
        {
            Report(at, $"the waiver expires in {day.DayNumber - today.DayNumber} days", $"Write a day at most {LongestDays} days ahead, which is {today.AddDays(LongestDays).ToString(DayFormat, CultureInfo.InvariantCulture)}");
        }

        return day;
    }

    private void RefuseDuplicates(List<Waiver> waivers)
    {
        foreach (var same in waivers.GroupBy(waiver => (waiver.Requirement, waiver.Target, waiver.Releases, waiver.Edition, waiver.Actual)))
        {
            foreach (var duplicate in same.Skip(1))
            {
                Report(duplicate.Place, $"it waives the same as {same.First().Place}", "Remove one of the two");
            }
        }
    }

    private void Report(string place, string problem, string remedy) => problems.Add(new ContractProblem(file, place, problem, remedy));

    private static string? Text(JsonElement waiver, string member) => JsonPointer.Find(waiver, $"/{member}")?.GetString();
}
