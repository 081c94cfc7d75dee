using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.MockOcp.Access;
using OcpConformance.MockOcp.Answering;

namespace OcpConformance.MockOcp.Hosting;

/// <summary>An OCP that answers from fixtures over real HTTP. A green run against it proves the suite, not any OCP.</summary>
public sealed class MockServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly StrongBox<int> connections;

    private MockServer(WebApplication application, MockOptions options, StrongBox<int> connections)
    {
        this.application = application;
        this.connections = connections;
        Options = options;
        Url = new Uri(application.Urls.First());
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>How many connections were accepted so far.</summary>
    public int Connections => Volatile.Read(ref connections.Value);

    /// <summary>How it runs.</summary>
    public MockOptions Options { get; }

    /// <summary>Starts a mock.</summary>
    /// <param name="contract">The operations.</param>
    /// <param name="fixtures">The answers.</param>
    /// <param name="options">How to run it.</param>
    /// <exception cref="IOException">The address cannot be listened at.</exception>
    public static async Task<MockServer> StartAsync(ContractCatalog contract, FixtureCatalog fixtures, MockOptions options)
    {
        var connections = new StrongBox<int>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Url).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection =>
            {
                Interlocked.Increment(ref connections.Value);
                return next(connection);
            }));
        });
        var application = builder.Build();
        var gate = new Gate(
            new BasicGate(options.UserName, options.Password),
            new AccessKeyGate(options.AccessKeyId, options.AccessKeySecret, options.Clock));
        var limiter = options.RateLimit is { } limit ? new RateLimiter(limit, options.RateWindow, options.Clock) : null;
        var answerer = new Answerer(new Dispatcher(contract, fixtures, gate, options.Fault), fixtures, options.Clock, limiter, options.Fault);
        application.Run(context => AnswerAsync(context, answerer, options));
        await application.StartAsync().ConfigureAwait(false);
        return new MockServer(application, options, connections);
    }

    /// <summary>Waits until the process is told to end.</summary>
    public Task WaitAsync() => application.WaitForShutdownAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, Answerer answerer, MockOptions options)
    {
        var start = options.Clock.GetTimestamp();
        var request = await RequestReader.ReadAsync(context).ConfigureAwait(false);
        if (options.Latency > TimeSpan.Zero)
        {
            await Task.Delay(options.Latency, options.Clock, context.RequestAborted).ConfigureAwait(false);
        }

        await ReplyWriter.WriteAsync(context, answerer.Answer(request, start)).ConfigureAwait(false);
    }
}
