using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Engine.Planning;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Runs;

public sealed class MockRunTests
{
    private const string Operation = "backup/query-backup-ability";

    [Test]
    public async Task Run_against_the_mock_is_conformant_and_exercises_what_the_fixtures_show()
    {
        var outcome = await InProcess.MockAsync(Operation);

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Conformant, outcome.Conclusion.Reason.Text);
        InProcess.Violated(outcome).Should().BeEmpty();
        outcome.Result.Requirements.Where(requirement => requirement.Scope == Operation)
            .Should().OnlyContain(requirement => requirement.Verdict == VerdictKind.Conforms);
        outcome.Exchanges.Select(exchange => exchange.Planned.Id).Should().Equal(
            [
                "backup/query-backup-ability/nominal/complete",
                "backup/query-backup-ability/nominal/documented",
                "backup/query-backup-ability/nominal/logical",
                "backup/query-backup-ability/without-credentials",
                "backup/query-backup-ability/signed",
                "backup/query-backup-ability/with-password",
                .. RefusedCaller.All.Select(caller => $"backup/query-backup-ability/{caller}"),
                .. ObservedRequest.All.Select(name => $"backup/query-backup-ability/{name}"),
                "backup/query-backup-ability/language-en-US",
                "backup/query-backup-ability/language-zh-CN",
                "backup/query-backup-ability/unknown-id",
                "backup/query-backup-ability/malformed-id",
                "backup/query-backup-ability/error-language-en-US",
                "backup/query-backup-ability/error-language-zh-CN",
            ]);
    }

    [TestCase("4.2.2", false)]
    [TestCase("4.3.0", true)]
    public async Task Body_lacks_only_what_the_release_requires(string version, bool required)
    {
        var outcome = await InProcess.MockAsync(["cluster/restart-server"], version: Version.Parse(version));

        outcome.Exchanges.Any(exchange => exchange.Planned.Id == "cluster/restart-server/missing-member-freezeServer").Should().Be(required);
    }

    [Test]
    public async Task Selection_of_nothing_is_incomplete()
    {
        var outcome = await InProcess.MockAsync("no-such-area/*");

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
        outcome.Conclusion.Reason.Text.Should().Contain("OCP_SELECT");
    }

    [Test]
    public async Task Plan_that_has_an_exchange_twice_is_refused_before_anything_is_sent()
    {
        var run = () => InProcess.MockAsync([Operation], order: plan => [.. plan, plan[0]]);
        await run.Should().ThrowAsync<ArgumentException>().WithMessage($"*{Operation}/nominal/complete twice*");
    }

    [Test]
    public void Plan_sends_a_wrong_password_at_most_three_times()
    {
        var plan = ScenarioPlanner.ForMock(Project.Contract, Project.Fixtures, ["*"]);
        plan.Count(planned => planned.Scenario is { Kind: ScenarioKind.WrongCredentials, Detail: { } caller } && RefusedCaller.WithWrongPassword.Contains(caller)).Should().Be(3);
        plan.Select(planned => planned.Id).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task Verdicts_do_not_depend_on_parallelism()
    {
        var sequential = await InProcess.MockAsync("backup/*", parallel: 1);
        var parallel = await InProcess.MockAsync("backup/*", parallel: 16);

        parallel.Result.Requirements.Should().BeEquivalentTo(sequential.Result.Requirements, options => options.WithStrictOrdering());
        parallel.Result.Totals.Should().Be(sequential.Result.Totals);
    }
}
