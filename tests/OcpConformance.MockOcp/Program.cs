using Microsoft.Extensions.Configuration;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.MockOcp.Faults;
using OcpConformance.MockOcp.Hosting;

const string Usage = """
    An OCP that answers from fixtures/.

      dotnet run --project tests/OcpConformance.MockOcp -- [--urls http://127.0.0.1:8080] [--username NAME]
                                                           [--password TEXT] [--contract FOLDER] [--fault NAME]

      --urls      where to listen; default http://127.0.0.1:8080, port 0 takes a free one
      --username  the user's name; default conformance
      --password  the user's password; default a new one at each start
      --contract  the folder that holds schemas/ and fixtures/; default the nearest above the program
      --fault     a file of fixtures/faults, without ending: misbehave in that way
    """;

if (args.Contains("--help"))
{
    Console.WriteLine(Usage);
    return 0;
}

try
{
    var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
    var known = new[] { "urls", "username", "password", "contract", "fault" };
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
        Fault = settings["fault"] is { } fault ? FaultLoader.Load(contract, fault) : null,
    };
    await using var server = await MockServer.StartAsync(contract, FixtureLoader.Load(contract), options);
    Console.WriteLine($"Mock OCP at {server.Url}");
    Console.WriteLine($"User name {options.UserName}, password {options.Password}");
    Console.WriteLine($"Access key {options.AccessKeyId}, secret {options.AccessKeySecret}");
    Console.WriteLine($"{contract.Operations.Count} operations{(options.Fault is null ? string.Empty : $"; fault: {options.Fault.Title}")}. Ctrl+C ends it.");
    await server.WaitAsync();
    return 0;
}
catch (Exception exception) when (exception is ContractException or IOException or FormatException or InvalidOperationException)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
