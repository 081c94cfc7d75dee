using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Requirements;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Oracle;

/// <summary>NJsonSchema judges whole answers by composed schemas, and must agree with what the suite finds keyword by keyword.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class OracleTests
{
    private const int FewestMutants = 10_000;

    private static readonly Release OldRelease = new(new Version(4, 2, 2), Edition.Enterprise);

    private static readonly Comparison Newest = new(Project.Contract, null);

    [Test]
    public void NJsonSchema_agrees_about_whole_answers_but_for_what_is_listed()
    {
        var compared = Project.Contract.Operations.AsParallel()
            .SelectMany(operation => Newest.Of(operation, Trials.Of(operation)))
            .Concat(Newest.Of(Project.Contract["backup/query-backup-ability"], Trials.OfEnvelope()).AsParallel())
            .ToList();

        var mutants = compared.Where(result => result.Trial.Keyword != Trial.Accepted).ToList();
        var keywords = Project.Contract.Operations
            .SelectMany(operation => operation.Data?.Requirements ?? [])
            .Select(requirement => requirement.Keyword);
        mutants.Should().HaveCountGreaterThanOrEqualTo(FewestMutants);
        keywords.Except(mutants.Select(result => result.Trial.Keyword)).Should().BeEmpty("every keyword is tried");
        Unlisted(compared).Should().BeEmpty();
        foreach (var known in Disagreement.Known)
        {
            compared.Count(result => result.Differs && known.Covers(result.Trial, result.Library))
                .Should().BeInRange(1, known.Most, "of {0}", known.Name);
        }
    }

    [Test]
    public void NJsonSchema_agrees_about_answers_of_an_older_release()
    {
        var old = ContractLoader.Select(Project.Contract, OldRelease).Contract;
        var comparison = new Comparison(old, OldRelease.Version);

        var compared = old.Operations
            .Where(operation => operation.Requirements.Count() < Project.Contract[operation.Id].Requirements.Count())
            .AsParallel()
            .SelectMany(operation => comparison.Of(operation, Trials.Of(Project.Contract[operation.Id])))
            .ToList();

        Unlisted(compared).Should().BeEmpty();
        compared.Where(result => !result.SuiteRejects && Newest.SuiteRejects(result.Trial.Exchange))
            .Should().NotBeEmpty("some mutants break what only later releases have");
    }

    private static string Unlisted(IEnumerable<Compared> compared) => string.Join(
        Environment.NewLine,
        compared.Where(result => result.Differs && !result.IsListed).Select(result => result.ToString()).Order(StringComparer.Ordinal));
}
