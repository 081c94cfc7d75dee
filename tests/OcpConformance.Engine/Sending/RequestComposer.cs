using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Planning;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Safety;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Sending;

/// <summary>Makes the request of a planned exchange, with what its scenario changes about it.</summary>
internal static class RequestComposer
{
    /// <summary>Name of the header by which a request brings its own trace id.</summary>
    public const string TraceHeader = "x-trace-id";

    /// <summary>The trace id that a request of that scenario brings.</summary>
    public const string OwnTraceId = "0c9c0f0a5e7e57ed";

    private const string PlainText = "text/plain";
    private const string UnsignedQuery = "ocp-conformance=unsigned";

    /// <summary>Makes a request.</summary>
    /// <param name="planned">The plan.</param>
    /// <param name="pathAndQuery">Path and query of the operation, with all values filled in.</param>
    /// <param name="undocumentedPath">A path that no operation has.</param>
    /// <param name="credentials">Who calls; null for nobody.</param>
    public static OutgoingRequest Compose(PlannedExchange planned, string pathAndQuery, string undocumentedPath, ICredentials? credentials) =>
        new(Method(planned), Path(planned.Scenario, pathAndQuery, undocumentedPath), planned.Operation.Effect, credentials, planned.Body)
        {
            Accept = planned.Operation.Accept,
            BodyMediaType = planned.Scenario.Kind == ScenarioKind.WrongContentType ? PlainText : Operation.JsonMediaType,
            Language = planned.Scenario.Kind is ScenarioKind.Language or ScenarioKind.LanguageOfError ? planned.Scenario.Detail : null,
            Note = planned.Note ?? new WriteNote(planned.Operation.Id),
            Headers = planned.Scenario.Detail == ObservedRequest.TraceId ? [new Header(TraceHeader, OwnTraceId)] : [],
        };

    private static string Method(PlannedExchange planned) => planned.Scenario.Detail switch
    {
        ObservedRequest.Head => "HEAD",
        ObservedRequest.Options => "OPTIONS",
        _ => planned.Operation.Method,
    };

    private static string Path(Scenario scenario, string pathAndQuery, string undocumentedPath)
    {
        var parts = pathAndQuery.Split('?', 2);
        var query = parts.Length == 2 ? $"?{parts[1]}" : string.Empty;
        return scenario.Detail switch
        {
            ObservedRequest.TrailingSlash => $"{parts[0]}/{query}",
            ObservedRequest.DoubleSlash => $"{parts[0].Insert(parts[0].LastIndexOf('/'), "/")}{query}",
            ObservedRequest.UndocumentedPath => undocumentedPath,
            RefusedCaller.AlteredQuery => $"{parts[0]}{(query.Length == 0 ? "?" : $"{query}&")}{UnsignedQuery}",
            _ => pathAndQuery,
        };
    }
}
