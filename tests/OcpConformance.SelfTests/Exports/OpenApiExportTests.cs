using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OcpConformance.Contract.Catalog;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Exports;

public sealed class OpenApiExportTests
{
    private static readonly OpenApiDocument Document = new(Project.Contract);

    [Test]
    public void Every_operation_is_there_once()
    {
        Document.Operations.Select(entry => entry.Operation["x-operation"]!.ToString())
            .Should().BeEquivalentTo(Project.Contract.Operations.Select(operation => operation.Id));
        Document.Operations.Select(entry => entry.Operation["operationId"]!.ToString())
            .Should().OnlyHaveUniqueItems().And.OnlyContain(id => Regex.IsMatch(id, "^[a-z][A-Za-z0-9]*$"));
    }

    [Test]
    public void Every_reference_leads_somewhere() =>
        Document.References().Where(reference => Document.Resolve(reference) is null).Should().BeEmpty();

    [Test]
    public void Every_path_parameter_is_declared()
    {
        foreach (var (path, method, operation) in Document.Operations)
        {
            var declared = (operation["parameters"]?.AsArray() ?? []).Where(parameter => parameter!["in"]!.ToString() == "path");
            declared.Select(parameter => parameter!["name"]!.ToString()).Should().BeEquivalentTo(new PathTemplate(path).Names, $"{method} {path}");
        }
    }

    [Test]
    public void Every_structure_is_a_component()
    {
        var structures = Project.Contract.Schemas.Files.Keys.Count(file => file.EndsWith(".schema.json") && !file.Contains("/meta/"));
        Document.Root["components"]!["schemas"]!.AsObject().Where(schema => schema.Key != "Failure").Should().HaveCount(structures);
    }

    [Test]
    public void Same_contract_gives_the_same_text()
    {
        new OpenApiDocument(ContractLoader.Load(Project.Root)).Text.Should().Be(Document.Text);
        Document.Text.Should().StartWith("{\n  \"openapi\": \"3.0.3\",\n").And.EndWith("}\n").And.NotContain("\r");
    }

    [Test]
    public void Every_area_of_the_contract_is_described() =>
        Project.Contract.Operations.Select(operation => operation.Area).Distinct()
            .Should().BeSubsetOf(Project.Contract.Areas.Keys, "schemas/areas.json describes each area");

    [Test]
    public void Templates_that_differ_in_names_only_become_one_path()
    {
        using var contract = new TemporaryContract().WithStructure("""{"type":"object"}""")
            .Write("schemas/sample/update-sample.operation.json", TemporaryContract.OperationText("/api/v2/sample/{sampleId}").Replace("\"GET\"", "\"PUT\"").Replace("\"id\"", "\"sampleId\""));
        var document = new OpenApiDocument(contract.Load());

        document.Operations.Select(entry => $"{entry.Method} {entry.Path}").Should().Equal("get /api/v2/sample/{id}", "put /api/v2/sample/{id}");
        var renamed = document.Root["paths"]!["/api/v2/sample/{id}"]!["put"]!["parameters"]![0]!;
        renamed["name"]!.ToString().Should().Be("id");
        renamed["x-documented-name"]!.ToString().Should().Be("sampleId");
    }

    [TestCase("object", """{"$ref":"#/components/schemas/Sample"}""")]
    [TestCase("list", """{"type":"object","properties":{"contents":{"type":"array","items":{"$ref":"#/components/schemas/Sample"}}},"required":["contents"]}""")]
    [TestCase("page", """{"type":"object","properties":{"contents":{"type":"array","items":{"$ref":"#/components/schemas/Sample"}},"page":{"$ref":"#/components/schemas/Page"}},"required":["contents","page"]}""")]
    public void Success_has_the_envelope_around_its_data(string shape, string data)
    {
        var schema = SuccessOf(operation => operation.Replace("\"shape\": \"object\"", $"\"shape\": \"{shape}\""))["application/json"]!["schema"]!;
        schema["allOf"]![0]!["$ref"]!.ToString().Should().Be("#/components/schemas/Envelope");
        schema["allOf"]![1]!["properties"]!["data"]!.ToJsonString().Should().Be(data);
        schema["allOf"]![1]!["required"]!.ToJsonString().Should().Be("""["data"]""");
    }

    [TestCase("""{ "shape": "none" }""", "application/json", """{"$ref":"#/components/schemas/Envelope"}""")]
    [TestCase("""{ "shape": "bare", "contentType": "text/html" }""", "text/html", """{"type":"string"}""")]
    [TestCase("""{ "shape": "bare", "data": { "type": "object" } }""", "application/json", """{"type":"object"}""")]
    public void Success_without_data_or_envelope_has_none(string answer, string mediaType, string schema) =>
        SuccessOf(operation => Regex.Replace(operation, "\"answer\": .*", $"\"answer\": {answer}"))[mediaType]!["schema"]!.ToJsonString().Should().Be(schema);

    [Test]
    public void Request_is_written_with_all_that_is_documented()
    {
        const string More = """
            , { "name": "state[]", "in": "query", "deprecated": true, "schema": { "description": "States", "type": "array", "items": { "type": "string", "enum": ["A"] } } },
              { "name": "X-Trace", "in": "header", "required": true, "schema": { "type": "string" } }],
              "body": { "required": true, "contentType": "multipart/form-data", "schema": { "type": "object" } } },
            """;
        using var contract = new TemporaryContract().Write(TemporaryContract.Structure, """{"type":"object"}""")
            .Write(TemporaryContract.Operation, TemporaryContract.OperationText().Replace("\"effect\"", "\"authentication\": \"none\", \"effect\"").Replace("}] },", $"}}{More}"));
        var operation = new OpenApiDocument(contract.Load()).Operations.Single().Operation;

        operation["parameters"]![1]!.ToJsonString().Should().Be(
            """{"name":"state[]","in":"query","description":"States","required":false,"deprecated":true,"style":"form","explode":false,"schema":{"type":"array","items":{"type":"string","enum":["A"]}}}""");
        operation["parameters"]![2]!.ToJsonString().Should().Be("""{"name":"X-Trace","in":"header","required":true,"schema":{"type":"string"}}""");
        operation["requestBody"]!.ToJsonString().Should().Be("""{"required":true,"content":{"multipart/form-data":{"schema":{"type":"object"}}}}""");
        operation["security"]!.AsArray().Should().BeEmpty();
        operation["responses"]!.AsObject().Select(response => response.Key).Should().Equal("200", "4XX", "default");
    }

    private static JsonNode SuccessOf(Func<string, string> edit)
    {
        using var contract = new TemporaryContract().Write(TemporaryContract.Structure, """{"type":"object"}""").Write(TemporaryContract.Operation, edit(TemporaryContract.OperationText()));
        return new OpenApiDocument(contract.Load()).Operations.Single().Operation["responses"]!["200"]!["content"]!;
    }
}
