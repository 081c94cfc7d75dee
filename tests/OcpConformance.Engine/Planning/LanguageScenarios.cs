using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Engine.Planning;

/// <summary>Texts in the documented languages, for operations with a rule on them, and for the message of an error.</summary>
internal static class LanguageScenarios
{
    private static readonly string[] Languages = ["en-US", "zh-CN"];

    /// <summary>How many languages are documented.</summary>
    public static int Count => Languages.Length;

    /// <summary>The valid request in each language; none where nothing is stated about the language of the answer.</summary>
    public static IEnumerable<PlannedExchange> Of(OperationCall call) =>
        call.Operation.Rules.Any(rule => rule.Requirement.Kind == CheckKind.Language)
            ? Languages.Select(language => call.In(new Scenario(ScenarioKind.Language, language)))
            : [];

    /// <summary>A request for an object that does not exist in each language; none where the operation names no object.</summary>
    public static IEnumerable<PlannedExchange> OfErrors(OperationCall call) =>
        call.Operation.Parameters.FirstOrDefault(parameter => parameter.In == ParameterPlace.Path) is { } id
            ? Languages.Select(language => call.With(id, UnknownValues.Of(id)).In(new Scenario(ScenarioKind.LanguageOfError, language)))
            : [];
}
