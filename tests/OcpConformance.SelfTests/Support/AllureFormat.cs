using System.Text.Json;
using System.Text.RegularExpressions;

namespace OcpConformance.SelfTests.Support;

/// <summary>A record of the format that Allure reads: members in the order of its own writer, and the values it knows.</summary>
internal static class AllureFormat
{
    public const string FileName =
        @"^([0-9a-f]{32}-result\.json|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-attachment\.(txt|md)|categories\.json|environment\.properties|allurerc\.mjs)$";

    private static readonly Dictionary<string, string[]> Members = new()
    {
        ["result"] =
        [
            "uuid", "historyId", "testCaseId", "titlePath", "fullName", "labels", "links", "name", "status", "statusDetails", "stage", "description?", "steps", "attachments",
            "parameters", "start", "stop",
        ],
        ["steps"] = ["name", "status", "statusDetails", "stage", "steps", "attachments", "parameters", "start", "stop"],
        ["labels"] = ["name", "value"],
        ["links"] = ["name", "url", "type"],
        ["attachments"] = ["name", "source", "type"],
        ["parameters"] = ["name", "value", "excluded"],
        ["statusDetails"] = ["known", "muted", "flaky", "message?"],
    };

    private static readonly Dictionary<string, string> Values = new()
    {
        ["uuid"] = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
        ["historyId"] = "^[0-9a-f]{32}$",
        ["testCaseId"] = "^[0-9a-f]{32}$",
        ["status"] = "^(failed|broken|passed|skipped)$",
        ["stage"] = "^finished$",
    };

    /// <summary>What is wrong with a result.</summary>
    public static IEnumerable<string> Problems(JsonElement result) => Problems(result, "result");

    /// <summary>Whether Allure sorts a result into a category: the status is listed, and the expression matches the whole message.</summary>
    public static bool Matches(JsonElement category, JsonElement result) =>
        category.GetProperty("matchedStatuses").EnumerateArray().Any(status => status.GetString() == result.GetProperty("status").GetString())
        && (!category.TryGetProperty("messageRegex", out var regex)
            || Regex.IsMatch(result.GetProperty("statusDetails").GetProperty("message").GetString()!, $@"\A(?:{regex.GetString()})\z", RegexOptions.Singleline));

    private static IEnumerable<string> Problems(JsonElement element, string kind)
    {
        var names = element.EnumerateObject().Select(member => member.Name).ToList();
        var expected = Members[kind].Where(name => !name.EndsWith('?') || names.Contains(name[..^1])).Select(name => name.TrimEnd('?')).ToList();
        if (!names.SequenceEqual(expected))
        {
            yield return $"{kind} has {string.Join(", ", names)}";
        }

        foreach (var member in element.EnumerateObject())
        {
            foreach (var problem in MemberProblems(member))
            {
                yield return $"{kind}: {problem}";
            }
        }
    }

    private static IEnumerable<string> MemberProblems(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.String when Values.TryGetValue(member.Name, out var pattern) && !Regex.IsMatch(member.Value.GetString()!, pattern) => [$"{member.Name} is {member.Value}"],
        JsonValueKind.Array when Members.ContainsKey(member.Name) => member.Value.EnumerateArray().SelectMany(item => Problems(item, member.Name)),
        JsonValueKind.Object => Problems(member.Value, member.Name),
        JsonValueKind.Null => [$"{member.Name} is null"],
        _ => [],
    };
}
