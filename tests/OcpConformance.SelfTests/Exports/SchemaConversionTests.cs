using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Exports;

public sealed class SchemaConversionTests
{
    private const string AnyName = """{"type":"object","properties":{"name":{"type":"string"}}}""";

    [TestCase("""{"description":"d","type":["string","array"],"items":{"type":"string"},"minLength":2,"x-since":"4.2.0"}""", """{"description":"d","x-since":"4.2.0","anyOf":[{"type":"string","minLength":2},{"type":"array","items":{"type":"string"}}]}""", TestName = "Each_type_keeps_the_keywords_that_speak_of_it")]
    [TestCase("""{"type":["integer","string"],"format":"date-time","minimum":0}""", """{"anyOf":[{"type":"integer","minimum":0},{"type":"string","format":"date-time"}]}""", TestName = "Format_stays_with_strings")]
    [TestCase("""{"type":["integer","string","boolean"],"enum":[1,"A",2]}""", """{"anyOf":[{"type":"integer","enum":[1,2]},{"type":"string","enum":["A"]}]}""", TestName = "Enumeration_is_split_by_type_and_leaves_no_empty_alternative")]
    [TestCase("""{"type":["object","string"],"properties":{"a":{"type":"string"}},"x-expected":["a"]}""", """{"anyOf":[{"type":"object","properties":{"a":{"type":"string"}},"x-expected":["a"]},{"type":"string"}]}""", TestName = "Members_stay_with_objects")]
    [TestCase("""{"type":["object","string"],"anyOf":[{"type":"object"},{"type":"string"}]}""", """{"anyOf":[{"type":"object"},{"type":"string"}],"allOf":[{"anyOf":[{"type":"object"},{"type":"string"}]}]}""", TestName = "Union_beside_types_is_kept")]
    [TestCase("""{"type":["object","string"],"anyOf":[{"type":"object"}],"allOf":[{"type":"object"}]}""", """{"anyOf":[{"type":"object"}],"allOf":[{"type":"object"},{"anyOf":[{"type":"object"},{"type":"string"}]}]}""", TestName = "Union_and_intersection_beside_types_are_kept")]
    [TestCase("""{"type":["array","string"]}""", """{"anyOf":[{"type":"array","items":{}},{"type":"string"}]}""", TestName = "Array_without_items_takes_any")]
    [TestCase("""{"type":"object","additionalProperties":{"type":["string","integer"]}}""", """{"type":"object","additionalProperties":{"anyOf":[{"type":"string"},{"type":"integer"}]}}""", TestName = "Map_is_converted_inside")]
    [TestCase("""{"not":{"type":["string","integer"]}}""", """{"not":{"anyOf":[{"type":"string"},{"type":"integer"}]}}""", TestName = "Exclusion_is_converted_inside")]
    [TestCase("""{"type":"string","x-level":"should","x-erratum":{"documented":"a","shown":"b"}}""", """{"type":"string","x-level":"should","x-erratum":{"documented":"a","shown":"b"}}""", TestName = "Extensions_are_kept")]
    [TestCase("""{"type":"string","enum":["A"],"x-enum-known":{"B":"a client"}}""", """{"type":"string","enum":["A","B"],"x-enum-known":{"B":"a client"}}""", TestName = "Known_values_are_accepted_as_well")]
    [TestCase("""{"type":["integer","string"],"enum":[1,"A"],"x-enum-known":{"B":"a client"}}""", """{"x-enum-known":{"B":"a client"},"anyOf":[{"type":"integer","enum":[1]},{"type":"string","enum":["A","B"]}]}""", TestName = "Known_values_are_split_by_type_as_well")]
    public void Schema_is_converted(string schema, string expected) => Convert(schema).Should().Be(expected);

    [Test]
    public void Reference_with_siblings_moves_into_allOf() =>
        Member("""{"description":"d","$ref":"Sample.schema.json"}""").Should().Be("""{"description":"d","allOf":[{"$ref":"#/components/schemas/Sample"}]}""");

    [Test]
    public void Structure_that_contains_itself_refers_to_itself() =>
        Member("""{"type":"array","items":{"$ref":"Sample.schema.json"}}""").Should().Be("""{"type":"array","items":{"$ref":"#/components/schemas/Sample"}}""");

    [Test]
    public void Definition_becomes_a_component_even_where_it_contains_itself()
    {
        using var contract = new TemporaryContract().WithStructure(
            """{"type":"object","properties":{"tree":{"$ref":"#/definitions/node"}},"definitions":{"node":{"type":"object","properties":{"next":{"$ref":"#/definitions/node"}}}}}""");
        var document = new OpenApiDocument(contract.Load());
        document.Schema("Sample").Should().Be("""{"type":"object","properties":{"tree":{"$ref":"#/components/schemas/SampleNode"}}}""");
        document.Schema("SampleNode").Should().Be("""{"type":"object","properties":{"next":{"$ref":"#/components/schemas/SampleNode"}}}""");
    }

    [Test]
    public void Structures_of_the_same_name_have_their_area_in_front()
    {
        using var contract = new TemporaryContract().WithStructure(AnyName)
            .Write("schemas/other-area/Sample.schema.json", AnyName)
            .Write("schemas/sample/Error.schema.json", AnyName)
            .Write("schemas/sample/Failure.schema.json", AnyName);
        new OpenApiDocument(contract.Load()).Root["components"]!["schemas"]!.AsObject().Select(schema => schema.Key)
            .Should().Equal("Envelope", "Error", "Failure", "OtherAreaSample", "Page", "SampleError", "SampleFailure", "SampleSample");
    }

    private static string Convert(string schema)
    {
        using var contract = new TemporaryContract().WithStructure(schema);
        return new OpenApiDocument(contract.Load()).Schema("Sample");
    }

    private static string Member(string schema)
    {
        using var contract = new TemporaryContract().WithStructure($$"""{"type":"object","properties":{"member":{{schema}} } }""");
        return new OpenApiDocument(contract.Load()).Root["components"]!["schemas"]!["Sample"]!["properties"]!["member"]!.ToJsonString();
    }
}
