using System.Globalization;

namespace OcpConformance.Report.Model;

/// <summary>The build of a CI server that a run belongs to.</summary>
/// <param name="Type">The server, as Allure calls it: <c>github</c>, <c>gitlab</c> or <c>jenkins</c>.</param>
/// <param name="Server">The server, as people call it.</param>
/// <param name="Url">Address of the project, or of the server.</param>
/// <param name="Order">Number of the build; null where it has none.</param>
/// <param name="Name">Name of the build.</param>
/// <param name="BuildUrl">Address of the build.</param>
public sealed record CiBuild(string Type, string Server, string Url, long? Order, string Name, string BuildUrl)
{
    /// <summary>The build that environment variables tell of; null where they tell of none.</summary>
    /// <param name="environment">The environment variables.</param>
    public static CiBuild? Read(IReadOnlyDictionary<string, string> environment)
    {
        if (Value("GITHUB_ACTIONS") == "true")
        {
            var project = $"{Value("GITHUB_SERVER_URL")}/{Value("GITHUB_REPOSITORY")}";
            return Build("github", "GitHub Actions", project, Value("GITHUB_RUN_NUMBER"), Value("GITHUB_WORKFLOW"), $"{project}/actions/runs/{Value("GITHUB_RUN_ID")}");
        }

        if (Value("GITLAB_CI") == "true")
        {
            return Build("gitlab", "GitLab CI", Value("CI_PROJECT_URL"), Value("CI_PIPELINE_IID"), Value("CI_JOB_NAME"), Value("CI_JOB_URL"));
        }

        return Value("JENKINS_URL").Length == 0
            ? null
            : Build("jenkins", "Jenkins", Value("JENKINS_URL"), Value("BUILD_NUMBER"), Value("JOB_NAME"), Value("BUILD_URL"));

        string Value(string name) => environment.GetValueOrDefault(name, string.Empty);
    }

    private static CiBuild Build(string type, string server, string url, string number, string name, string buildUrl) => new(
        type,
        server,
        url,
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : null,
        $"{name} #{number}",
        buildUrl);
}
