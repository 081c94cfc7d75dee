using OcpConformance.Contract.Fixtures;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Fuzzing;

/// <summary>A small contract in which everything occurs that contract files may say, to be broken.</summary>
internal static class SampleFiles
{
    public const string Structure = TemporaryContract.Structure;
    public const string Page = TemporaryContract.Operation;
    public const string Create = "schemas/sample/create-sample.operation.json";
    public const string Resources = "schemas/resources.json";
    public const string Areas = "schemas/areas.json";
    public const string Releases = "schemas/releases.json";
    public const string Lifecycles = "schemas/lifecycles.json";
    public const string Creation = "fixtures/sample/create-sample/first.json";
    public const string Fixture = "fixtures/sample/query-sample/first.json";
    public const string Fault = "fixtures/faults/sample.json";

    private const string StructureText = """
        {
          "title": "Sample", "type": "object", "x-level": "must", "x-closed-level": "should", "additionalProperties": false,
          "properties": {
            "id": { "type": "integer", "minimum": 1, "maximum": 100000, "description": "Its id" },
            "name": { "type": "string", "minLength": 1, "maxLength": 40, "pattern": "^[a-z-]+$", "x-since": "4.0.0" },
            "state": { "type": "string", "enum": ["UP", "DOWN"], "x-enum-since": { "DOWN": "4.2.0" }, "x-enum-known": { "HALF": "a client" }, "x-until": "9.0.0" },
            "since": { "type": "string", "format": "date-time" },
            "until": { "type": "string", "format": "date-time-basic-offset", "x-erratum": { "documented": "End", "shown": "until" } },
            "took": { "type": "string", "format": "duration" },
            "flags": { "type": "array", "items": { "type": "boolean" }, "minItems": 1, "maxItems": 5, "uniqueItems": true },
            "children": { "type": "array", "items": { "$ref": "Sample.schema.json" } },
            "labels": { "type": "object", "additionalProperties": { "type": "string" } },
            "inner": { "$ref": "#/definitions/inner" },
            "either": { "anyOf": [{ "type": "string" }, { "type": "integer" }], "description": "One or the other" }
          },
          "required": ["id"], "x-expected": ["name"],
          "definitions": { "inner": { "type": "object", "properties": { "count": { "type": ["integer", "string"] }, "sizes": { "type": "array", "items": { "type": "number" } } } } }
        }
        """;

    private const string PageText = """
        {
          "$schema": "../meta/operation.schema.json", "title": "Query samples",
          "source": { "page": "Query samples", "document": "API", "since": "4.0.0", "assumed": true, "editions": ["enterprise", "community"] },
          "effect": "read", "permission": "sample: read", "authentication": "required",
          "request": {
            "method": "GET", "path": "/api/v2/sample/{id}/items",
            "parameters": [
              { "name": "id", "in": "path", "required": true, "schema": { "type": "integer" }, "resource": "cluster.id" },
              { "name": "from", "in": "query", "schema": { "type": "string", "format": "date-time" }, "live": "now-1h" },
              { "name": "state", "in": "query", "required": false, "schema": { "type": "string" } }
            ]
          },
          "answer": { "shape": "page", "data": { "$ref": "Sample.schema.json" } },
          "rules": [
            { "id": "schema-rule", "level": "should", "sentence": "it is small", "when": ["/data/page/size"], "schema": { "properties": { "data": { "not": { "required": ["none"] } } } } },
            { "id": "echo-rule", "level": "must", "sentence": "it comes back", "kind": "echo", "parameter": "state", "places": ["/data/contents/*/state"] },
            { "id": "filter-rule", "level": "must", "sentence": "it is filtered", "kind": "filtered-by", "parameter": "state", "match": "any-of", "places": ["/data/contents/*/state"] },
            { "id": "sort-rule", "level": "must", "sentence": "it is sorted", "kind": "sorted-by", "parameter": "sort", "value": "id,desc", "places": ["/data/contents/*/id"] },
            { "id": "window-rule", "level": "must", "sentence": "it is inside", "kind": "within-window", "start": "from", "end": "to", "places": ["/data/contents/*/since"] },
            { "id": "range-rule", "level": "must", "sentence": "it is in range", "kind": "within-range", "minimum": 0, "maximum": 1e9, "places": ["/data/contents/*/id"] },
            { "id": "after-rule", "level": "must", "sentence": "it ends later", "kind": "not-after", "within": "/data/contents/*", "earlier": "/since", "later": "/until" },
            { "id": "count-rule", "level": "must", "sentence": "it counts", "kind": "count-of", "within": "/data", "count": "/page/totalElements", "list": "/contents" }
          ],
          "errata": [{ "place": "path", "documented": "/x", "shown": "/y" }]
        }
        """;

    private const string CreateText = """
        {
          "title": "Create a sample", "source": { "page": "Create a sample", "since": "4.2.0" }, "effect": "write",
          "request": { "method": "POST", "path": "/api/v2/sample", "body": { "required": true, "contentType": "application/json", "schema": { "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] } } },
          "answer": { "shape": "object", "contentType": "application/json", "data": { "type": "object", "properties": { "created": { "allOf": [{ "$ref": "Sample.schema.json" }] } } }, "x-erratum": { "documented": "Array", "shown": "object" } }
        }
        """;

    private const string ResourcesText = """
        {
          "probe": "/api/v2/time", "unknownPath": "/api/v2/none", "version": { "path": "/api/v2/info", "pointer": "/buildVersion" },
          "resources": {
            "cluster.id": { "title": "a cluster", "setting": "OCP_CLUSTER_ID", "path": "/api/v2/clusters", "query": { "size": 1 }, "pointer": "/data/contents/0/id" },
            "zone.name": { "title": "a zone", "setting": "OCP_ZONE_NAME" }
          }
        }
        """;

    private const string LifecyclesText = """
        {
          "tasks": { "structures": ["schemas/sample/Sample.schema.json"], "member": "/id", "read": "sample/query-sample", "parameter": "id", "otherPaths": ["/api/v2/tasks/{id}"], "status": "/data/status", "running": "RUNNING", "finished": "SUCCESSFUL" },
          "objects": {
            "sample": {
              "title": "a sample", "create": "sample/create-sample", "read": "sample/query-sample", "list": "sample/query-sample", "delete": "sample/query-sample",
              "parameter": "id", "member": "/id", "answer": "/data/created/id", "name": { "body": "/name", "member": "/name" }, "copies": { "/a": "/b" }
            }
          }
        }
        """;

    private const string CreationText = """
        {
          "title": "A new sample", "origin": "composed", "request": { "body": { "name": "new" } },
          "answer": { "status": 200, "body": { "data": { "created": { "id": 7, "name": "new" } }, "duration": 5, "server": "a", "status": 200, "successful": true, "timestamp": "2024-05-05T05:05:05Z", "traceId": "00000000000000ab" } }
        }
        """;

    private const string FixtureText = """
        {
          "title": "Two samples", "origin": "composed",
          "request": { "path": { "id": 7 }, "query": { "state": "UP", "sort": "id,desc", "from": "2024-01-01T00:00:00Z" } },
          "answer": {
            "status": 200, "contentType": "application/json",
            "body": {
              "data": { "contents": [
                { "id": 2, "name": "b", "state": "UP", "since": "2024-05-05T05:05:05.5+08:00", "until": "2024-05-06T05:05:05+0800", "took": "PT6M", "flags": [true], "children": [{ "id": 9 }], "labels": { "a": "b" }, "inner": { "count": 1, "sizes": [1.5] }, "either": 1 },
                { "id": 1, "name": "a", "state": "UP", "flags": [false, true], "either": "x" }
              ], "page": { "number": 1, "size": 10, "totalElements": 2, "totalPages": 1 } },
              "duration": 5, "server": "a", "status": 200, "successful": true, "timestamp": "2024-05-05T05:05:05Z", "traceId": "00000000000000aa"
            }
          }
        }
        """;

    private const string FaultText = """
        {
          "title": "Everything at once", "on": { "outcome": "success", "operation": "sample/query-sample" },
          "answer": { "as": "success", "status": 201, "headers": { "X-One": "1", "Content-Type": "" }, "set": { "/status": 201, "/data/page": null }, "remove": ["/server"], "base64": "e30=", "append": " ", "prepend": " ", "dropLastBytes": 1, "clockSkewSeconds": 60, "abort": false },
          "expect": { "level": "must", "violates": ["envelope!status-equals-http-status"] }
        }
        """;

    /// <summary>The sample as files of a temporary folder.</summary>
    public static TemporaryContract Write()
    {
        var contract = new TemporaryContract()
            .Write(Structure, StructureText).Write(Page, PageText).Write(Create, CreateText)
            .Write(Releases, """{ "documented": ["4.0.0", "4.2.0"], "assumed": ["9.0.0"] }""")
            .Write(Resources, ResourcesText).Write(Areas, """{ "areas": { "sample": "Samples" } }""")
            .Write(Lifecycles, LifecyclesText).Write(Creation, CreationText).Write(Fixture, FixtureText).Write(Fault, FaultText);
        foreach (var cause in ErrorCause.All)
        {
            var name = $"fixtures/errors/{cause}.json";
            contract.Write(name, File.ReadAllText(Path.Combine(Project.Root, name)));
        }

        return contract;
    }
}
