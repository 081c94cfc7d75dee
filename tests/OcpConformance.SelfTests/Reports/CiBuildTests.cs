using OcpConformance.Report.Model;

namespace OcpConformance.SelfTests.Reports;

public sealed class CiBuildTests
{
    [Test]
    public void GitHub_Actions_names_its_run() => CiBuild.Read(new Dictionary<string, string>
    {
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_SERVER_URL"] = "https://github.example.com",
        ["GITHUB_REPOSITORY"] = "team/ocp",
        ["GITHUB_RUN_ID"] = "991",
        ["GITHUB_RUN_NUMBER"] = "7",
        ["GITHUB_WORKFLOW"] = "judge",
    }).Should().Be(new CiBuild("github", "GitHub Actions", "https://github.example.com/team/ocp", 7, "judge #7", "https://github.example.com/team/ocp/actions/runs/991"));

    [Test]
    public void GitLab_CI_names_its_job() => CiBuild.Read(new Dictionary<string, string>
    {
        ["GITLAB_CI"] = "true",
        ["CI_PROJECT_URL"] = "https://git.example.com/ocp",
        ["CI_PIPELINE_IID"] = "8",
        ["CI_JOB_NAME"] = "judge",
        ["CI_JOB_URL"] = "https://git.example.com/ocp/-/jobs/1",
    }).Should().Be(new CiBuild("gitlab", "GitLab CI", "https://git.example.com/ocp", 8, "judge #8", "https://git.example.com/ocp/-/jobs/1"));

    [Test]
    public void Jenkins_names_its_build() => CiBuild.Read(new Dictionary<string, string>
    {
        ["JENKINS_URL"] = "https://ci.example.com/",
        ["BUILD_NUMBER"] = "9",
        ["JOB_NAME"] = "judge",
        ["BUILD_URL"] = "https://ci.example.com/job/judge/9/",
    }).Should().Be(new CiBuild("jenkins", "Jenkins", "https://ci.example.com/", 9, "judge #9", "https://ci.example.com/job/judge/9/"));

    [Test]
    public void Own_machine_names_no_build() => CiBuild.Read(new Dictionary<string, string> { ["HOME"] = "/home/me" }).Should().BeNull();
}
