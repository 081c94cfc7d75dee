using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;

namespace OcpConformance.Engine.Planning;

/// <summary>Requests that differ from a valid one in one thing that the documentation excludes.</summary>
internal static class RejectionScenarios
{
    private const string NotAnInteger = "not-an-integer";
    private const string ForeignText = "NOT_A_DOCUMENTED_VALUE";
    private const string UnknownSort = "noSuchMember,asc";
    private static readonly JsonElement[] BodiesOfOtherTypes = [JsonElement.Parse("[]"), JsonElement.Parse("{}"), JsonElement.Parse("0")];
    private static readonly byte[] NoJson = "{\"conformance\":"u8.ToArray();

    /// <summary>All of an operation.</summary>
    public static IEnumerable<PlannedExchange> Of(ContractCatalog contract, OperationCall call) =>
        call.Operation.Parameters.SelectMany(parameter => OfParameter(call, parameter)).Concat(OfSort(call)).Concat(OfBody(contract, call));

    private static IEnumerable<PlannedExchange> OfParameter(OperationCall call, Parameter parameter)
    {
        if (parameter.In == ParameterPlace.Path)
        {
            yield return call.With(parameter, UnknownValues.Of(parameter)).In(new Scenario(ScenarioKind.UnknownValue, parameter.Name));
            if (parameter.Type == "integer")
            {
                yield return call.With(parameter, NotAnInteger).In(new Scenario(ScenarioKind.MalformedValue, parameter.Name));
            }
        }
        else if (parameter.In == ParameterPlace.Query)
        {
            if (parameter.Required)
            {
                yield return call.Without(parameter).In(new Scenario(ScenarioKind.MissingParameter, parameter.Name));
            }

            if (Foreign(parameter) is { } foreign)
            {
                yield return call.With(parameter, foreign).In(new Scenario(ScenarioKind.ForeignValue, parameter.Name));
            }

            if (Outside(parameter) is { } outside)
            {
                yield return call.With(parameter, outside).In(new Scenario(ScenarioKind.OutOfRange, parameter.Name));
            }
        }
    }

    private static string? Foreign(Parameter parameter) =>
        parameter.Values.Count == 0 ? null
        : parameter.Values.All(value => value.ValueKind == JsonValueKind.Number) ? (parameter.Values.Max(value => value.GetInt64()) + 1).ToString(CultureInfo.InvariantCulture)
        : ForeignText;

    // A page that is too large may be cut down instead of rejected, so it has a scenario of its own.
    private static string? Outside(Parameter parameter) =>
        parameter.Bound("minimum") is { } minimum ? (minimum - 1).ToString(CultureInfo.InvariantCulture)
        : parameter.Name != PagingParameters.Size && parameter.Bound("maximum") is { } maximum ? (maximum + 1).ToString(CultureInfo.InvariantCulture)
        : null;

    private static IEnumerable<PlannedExchange> OfSort(OperationCall call) =>
        PagingParameters.Of(call.Operation)?.Sort is { } sort ? [call.With(sort, UnknownSort).In(new Scenario(ScenarioKind.UnknownSort))] : [];

    private static IEnumerable<PlannedExchange> OfBody(ContractCatalog contract, OperationCall call)
    {
        if (call.Body is not { } body || !call.Operation.TakesJson)
        {
            yield break;
        }

        var content = JsonNode.Parse(body.Span)!;
        yield return (call with { Body = NoJson }).In(new Scenario(ScenarioKind.MalformedBody));
        if (BodiesOfOtherTypes.FirstOrDefault(other => !RequestBodies.HasType(contract, call.Operation, other)) is { ValueKind: not JsonValueKind.Undefined } wrong)
        {
            yield return (call with { Body = Encoding.UTF8.GetBytes(wrong.GetRawText()) }).In(new Scenario(ScenarioKind.WrongBodyType));
        }

        foreach (var member in RequestBodies.RequiredMembers(contract, call.Operation).Where(member => content is JsonObject members && members.ContainsKey(member)))
        {
            var lacking = content.DeepClone().AsObject();
            lacking.Remove(member);
            yield return (call with { Body = Encoding.UTF8.GetBytes(lacking.ToJsonString()) }).In(new Scenario(ScenarioKind.MissingMember, member));
        }

        yield return call.In(new Scenario(ScenarioKind.WrongContentType));
    }
}
