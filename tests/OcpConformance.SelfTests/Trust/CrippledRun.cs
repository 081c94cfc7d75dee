using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Trust;

/// <summary>A run that could not do what it is there for.</summary>
/// <param name="Name">What is wrong, in words.</param>
/// <param name="Sentence">What the conclusion must say.</param>
/// <param name="Settings">The settings that lead to it; <c>{folder}</c> stands for a folder of its own, <c>{target}</c> for the address of the server.</param>
internal sealed record CrippledRun(string Name, string Sentence, params (string Name, string Value)[] Settings)
{
    private const string Head = "\"duration\":0,\"server\":\"a\",\"successful\":false,\"timestamp\":\"#now\",\"traceId\":\"#trace\"";

    /// <summary>What the server answers to everything; null where there is none.</summary>
    public (int Status, string Type, string Body)? Answer { get; init; }

    /// <summary>Whether it answers the list of clusters with one that is empty.</summary>
    public bool Lists { get; init; }

    /// <summary>Further arguments of <c>dotnet test</c>.</summary>
    public string[] Arguments { get; init; } = [];

    /// <summary>All of them, each with a name of its own.</summary>
    public static IReadOnlyList<CrippledRun> All { get; } =
    [
        new("nothing is selected", "Setting OCP_SELECT: no operation is called 'nothing/*'.", ("OCP_SELECT", "nothing/*")),
        new("shard has nothing in it", "Setting OCP_SELECT: no operation is called 'backup/z*'.", ("OCP_SELECT", "backup/z*"), ("OCP_BASE_URL", "{target}")) { Answer = (200, "application/json", "{}") },
        new("selection is misspelled in part", "Write backup/*, if that is what you mean", ("OCP_SELECT", "backup/query-backup-ability, backp/*")),
        new("release has none of the operations", "No exchange belongs to the run", ("OCP_SELECT", "alarm/fetch-active-alarms"), ("OCP_VERSION", "3.1.1")),
        new("release is unknown", "Setting OCP_VERSION: '1.0.0' is not a release that is documented", ("OCP_VERSION", "1.0.0")),
        new("setting is misspelled", "Setting OCP_BASE_ULR: there is no such setting. Write OCP_BASE_URL", ("OCP_BASE_ULR", "http://x")),
        new("level is unknown", "Setting OCP_LEVEL: 'all' is not allowed", ("OCP_LEVEL", "all")),
        new("number is none", "Setting OCP_PARALLEL: 'many' is not a number of exchanges. Write a whole number from 1 to 256.", ("OCP_PARALLEL", "many")),
        new("fault is unknown", "no-such-fault: there is no such fault.", ("OCP_MOCK_FAULT", "no-such-fault")),
        new("contract is missing", "schemas: there is no such folder in /no/such/folder.", ("OCP_CONTRACT", "/no/such/folder")),
        new("contract has no files", "schemas", ("OCP_CONTRACT", "{folder}/empty")),
        new("fixture is unreadable", "fixtures/backup/query-backup-ability/broken.json", ("OCP_CONTRACT", "{folder}/broken")),
        new("recording is empty", "No exchange belongs to the run", ("OCP_REPLAY", "{folder}/empty.har")),
        new("recording has nothing that is documented", "No exchange belongs to the run", ("OCP_REPLAY", "{folder}/foreign.har")),
        new("address holds the root of the API", "Setting OCP_BASE_URL: it holds /api/v2, which the paths of the operations begin with themselves.", ("OCP_BASE_URL", "http://127.0.0.1:1/api/v2")),
        new("cluster does not exist", "The target does not know the object that OCP_CLUSTER_ID names (HTTP 404 for GET /api/v2/ob/clusters/7/backup/ability); correct OCP_CLUSTER_ID, or leave it out.", ("OCP_BASE_URL", "{target}"), ("OCP_CLUSTER_ID", "7")) { Answer = (404, "application/json", Refusing(404)), Lists = true },
        new("proxy is down", "the proxy http://127.0.0.1:1 that http_proxy names cannot be reached", ("OCP_BASE_URL", "http://ocp.test"), ("http_proxy", "127.0.0.1:1")),
        new("target is down", "nothing listens at http://127.0.0.1:1", ("OCP_BASE_URL", "http://127.0.0.1:1")),
        new("target wants other credentials", "The target refuses the user name and password (HTTP 401), so nothing else is sent; correct OCP_USERNAME and OCP_PASSWORD.", ("OCP_BASE_URL", "{target}")) { Answer = (401, "application/json", Refusing(401)) },
        new("target allows nothing", "Nothing shows whether the target accepts the user name and password: GET /api/v2/ob/clusters is answered with HTTP 403, and others bring no data either; check OCP_BASE_URL, OCP_USERNAME and OCP_PASSWORD, and what the user may see.", ("OCP_BASE_URL", "{target}")) { Answer = (403, "application/json", Refusing(403)) },
        new("target throttles everything", "Every answer was HTTP 429", ("OCP_BASE_URL", "{target}"), ("OCP_RATE_BUDGET_SECONDS", "0")) { Answer = (429, "application/json", Refusing(429)) },
        new("target shows a page for people", "GET /api/v2/ob/clusters shows a page for people (HTTP 200), as another web server or a login page does; write the address of the OCP itself in OCP_BASE_URL.", ("OCP_BASE_URL", "{target}")) { Answer = (200, "text/html", "<html><body>Sign in</body></html>") },
        new("target has no objects", "GET /api/v2/ob/clusters is answered with HTTP 404", ("OCP_BASE_URL", "{target}"), ("OCP_SELECT", "cluster/query-clusters")) { Answer = (404, "application/json", Refusing(404)) },
        new("nothing that is selected may be sent", "No operation could be exercised", ("OCP_BASE_URL", "{target}"), ("OCP_SELECT", "tenant/delete-*")) { Answer = (200, "application/json", "{}") },
        new("lists are all empty", "Every list that was answered was empty", ("OCP_CONTRACT", "{folder}/hollow"), ("OCP_SELECT", "alarm/query-alarms")),
        new("too little was exercised", "OCP_MIN_EXERCISED", ("OCP_MIN_EXERCISED", "100"), ("OCP_BASE_URL", "{target}")) { Answer = (404, "application/json", Refusing(404)), Lists = true },
        new("filter leaves the gate out", "nothing listens at http://127.0.0.1:1", ("OCP_BASE_URL", "http://127.0.0.1:1")) { Arguments = ["--filter", "TestCategory=kind:enumeration"] },
        new("filter leaves the violation out", "1 requirement is violated.", ("OCP_MOCK_FAULT", "foreign-backup-mode")) { Arguments = ["--filter", "TestCategory=kind:envelope"] },
        new("filter leaves everything but the attempts out", "nothing listens at http://127.0.0.1:1", ("OCP_BASE_URL", "http://127.0.0.1:1")) { Arguments = ["--filter", "FullyQualifiedName~Rejected_attempts"] },
    ];

    /// <summary>Prepares the files that the settings name.</summary>
    public static void Prepare(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder.File("empty/schemas"));
        folder.Write("broken/fixtures/backup/query-backup-ability/broken.json", "{");
        Directory.CreateSymbolicLink(folder.File("broken/schemas"), Path.Combine(Project.Root, "schemas"));
        folder.Write("hollow/fixtures/alarm/query-alarms/empty.json", File.ReadAllText(Path.Combine(Project.Root, "fixtures", "alarm", "query-alarms", "empty.json")));
        Directory.CreateSymbolicLink(folder.File("hollow/fixtures/errors"), Path.Combine(Project.Root, "fixtures", "errors"));
        Directory.CreateSymbolicLink(folder.File("hollow/schemas"), Path.Combine(Project.Root, "schemas"));
        folder.Write("empty.har", Recording(string.Empty));
        folder.Write("foreign.har", Recording("""{"startedDateTime":"2026-01-15T12:00:00Z","time":1,"request":{"method":"GET","url":"http://a/b","headers":[]},"response":{"status":200,"headers":[],"content":{"text":"{}"}}}"""));
    }

    /// <summary>The environment of the run.</summary>
    public Dictionary<string, string> Environment(TemporaryFolder folder, Uri? target)
    {
        var settings = new Dictionary<string, string> { ["OCP_SELECT"] = "backup/query-backup-ability", ["OCP_RESULTS"] = folder.File("results") };
        foreach (var (name, value) in Settings)
        {
            settings[name] = value.Replace("{folder}", folder.File("."), StringComparison.Ordinal).Replace("{target}", target?.AbsoluteUri, StringComparison.Ordinal);
        }

        if (settings.ContainsKey("OCP_BASE_URL"))
        {
            settings["OCP_USERNAME"] = "ann";
            settings["OCP_PASSWORD"] = "secret-of-ann";
            settings.TryAdd("OCP_CLUSTER_ID", "1");
        }

        return settings;
    }

    private static string Refusing(int status) => $$"""{"error":{"code":1,"message":"no"},"status":{{status}},{{Head}}}""";

    private static string Recording(string entries) => $$$"""{"log":{"version":"1.2","creator":{"name":"a","version":"1"},"entries":[{{{entries}}}]}}""";
}
