using System.Text;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mutation;

/// <summary>Breaks each requirement on the life of an object that an accepted answer decides; those on rejections have mutants of rejections.</summary>
internal static class LifecycleMutants
{
    private const string Name = "ocpconf_mutant";

    public static IEnumerable<Mutant> All()
    {
        var (create, list, read) = Accepted();
        yield return new Mutant(LifecycleRules.CreatedIsShown.Id, "under another name", Bodies.Edit(read, body => body["data"]!["name"] = "another"), create);
        yield return new Mutant(LifecycleRules.CreatedIsShown.Id, "under its name in another case", Bodies.Edit(read, body => body["data"]!["name"] = Name.ToUpperInvariant()), create);
        yield return new Mutant(LifecycleRules.CreatedIsListed.Id, "under another name", Bodies.Edit(list, body => body["data"]!["contents"]![0]!["name"] = "another"), create);
    }

    /// <summary>The creation of a region, the list that has it, and the answer that shows it.</summary>
    public static (Exchange Create, Exchange List, Exchange Read) Accepted()
    {
        var body = Encoding.UTF8.GetBytes(new JsonObject { ["name"] = Name }.ToJsonString());
        var create = Step("host/create-region", LifecycleStep.Create, answer => answer["data"]!["name"] = Name);
        return (
            create with { Request = create.Request with { Body = body } },
            Step("host/query-regions", LifecycleStep.List, answer => answer["data"]!["contents"]![0]!["name"] = Name),
            Step("host/query-region", LifecycleStep.Read, answer => answer["data"]!["name"] = Name));
    }

    private static Exchange Step(string operation, string step, Action<JsonNode> edit) => Bodies.Edit(Support.Accepted.Successes(Project.Contract[operation]).First(), answer =>
    {
        answer["traceId"] = $"{step.Length:x16}{operation.Length:x2}";
        edit(answer);
    }) with
    { Id = $"{operation}/lifecycle-{step}", Scenario = new Scenario(ScenarioKind.Lifecycle, step) };
}
