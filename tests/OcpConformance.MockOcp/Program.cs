using System.Globalization;
using Microsoft.Extensions.Configuration;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Schemas;
using OcpConformance.MockOcp.Faults;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.MockOcp.World;

const string Usage = """
    A small OCP, in which everything fits together: the objects of fixtures/world, shown as fixtures/ shows them.

      dotnet run --project tests/OcpConformance.MockOcp -- [--urls http://127.0.0.1:8080] [--username NAME]
                                                           [--password TEXT] [--contract FOLDER] [--fault NAME]
                                                           [--rate-limit N] [--rate-window SECONDS] [--latency-ms N]

      --urls         where to listen; default http://127.0.0.1:8080, port 0 takes a free one
      --username     the user's name; default conformance
      --password     the user's password; default a new one at each start
      --contract     the folder that holds schemas/ and fixtures/; default the nearest above the program
      --fault        a file of fixtures/faults, without ending: misbehave in that way
      --rate-limit   how many requests are served in a window, before HTTP 429; default any number
      --rate-window  length of that window in seconds; default 60
      --latency-ms   milliseconds to wait before each answer; default 0
    """;

if (args.Contains("--help"))
{
    Console.WriteLine(Usage);
    return 0;
}

try
{
    var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
    var known = new[] { "urls", "username", "password", "contract", "fault", "rate-limit", "rate-window", "latency-ms" };
    if (settings.AsEnumerable().Select(pair => pair.Key).Except(known, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown)
    {
        Console.Error.WriteLine($"--{unknown} is unknown.\n\n{Usage}");
        return 2;
    }

    var contract = ContractLoader.Load(settings["contract"] ?? ContractRoot.Find(AppContext.BaseDirectory));
    var options = new MockOptions
    {
        Url = settings["urls"] ?? "http://127.0.0.1:8080",
        UserName = settings["username"] ?? "conformance",
        Password = settings["password"] ?? Guid.NewGuid().ToString("N"),
        RateLimit = Number("rate-limit", 1),
        RateWindow = TimeSpan.FromSeconds(Number("rate-window", 1) ?? 60),
        Latency = TimeSpan.FromMilliseconds(Number("latency-ms", 0) ?? 0),
        World = WorldLoader.Load(contract),
        Fault = settings["fault"] is { } fault ? FaultLoader.Load(contract, fault) : null,
    };
    await using var server = await MockServer.StartAsync(contract, FixtureLoader.Load(contract), options);
    Console.WriteLine($"Mock OCP at {server.Url}");
    Console.WriteLine($"User name {options.UserName}, password {options.Password}");
    Console.WriteLine($"Access key {options.AccessKeyId}, secret {options.AccessKeySecret}");
    Console.WriteLine($"{contract.Operations.Count} operations{(options.Fault is null ? string.Empty : $"; fault: {options.Fault.Title}")}. Ctrl+C ends it.");
    await server.WaitAsync();
    return 0;

    int? Number(string name, int least) =>
        settings[name] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
        : throw new FormatException($"--{name} is '{text}'. Write a whole number from {least} on.");
}
catch (Exception exception) when (exception is ContractException or IOException or FormatException or InvalidOperationException)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
