using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.MockOcp.Access;
using OcpConformance.MockOcp.Answering;
using OcpConformance.MockOcp.Operations;
using OcpConformance.MockOcp.World;

namespace OcpConformance.MockOcp.Hosting;

/// <summary>An OCP that answers from fixtures over real HTTP. A green run against it proves the suite, not any OCP.</summary>
public sealed class MockServer : IFixtureServer
{
    private readonly WebApplication application;

    private MockServer(WebApplication application, MockOptions options)
    {
        this.application = application;
        Options = options;
        Url = new Uri(application.Urls.First());
    }

    /// <inheritdoc />
    public Uri Url { get; }

    /// <inheritdoc />
    public string UserName => Options.UserName;

    /// <inheritdoc />
    public string Password => Options.Password;

    /// <inheritdoc />
    public string AccessKeyId => Options.AccessKeyId;

    /// <inheritdoc />
    public string AccessKeySecret => Options.AccessKeySecret;

    /// <summary>How it runs.</summary>
    public MockOptions Options { get; }

    /// <summary>Starts a mock.</summary>
    /// <param name="contract">The operations.</param>
    /// <param name="fixtures">The answers.</param>
    /// <param name="options">How to run it.</param>
    /// <exception cref="IOException">The address cannot be listened at.</exception>
    public static async Task<MockServer> StartAsync(ContractCatalog contract, FixtureCatalog fixtures, MockOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var application = builder.Build();
        var gate = new CredentialGate(
            new BasicGate(options.UserName, options.Password),
            new AccessKeyGate(options.AccessKeyId, options.AccessKeySecret, options.Clock));
        IAnswerSource source = options.World is { } world
            ? new WorldAnswers(contract, fixtures, world, options.Clock)
            : new FixtureAnswers();
        var limiter = options.RateLimit is { } limit ? new RateLimiter(limit, options.RateWindow, options.Clock) : null;
        var dispatcher = new Dispatcher(contract, fixtures, source, gate, options.Fault);
        var responder = new Responder(dispatcher, fixtures, options.Clock, limiter, options.Fault);
        application.Run(context => AnswerAsync(context, responder, options));
        await application.StartAsync().ConfigureAwait(false);
        return new MockServer(application, options);
    }

    /// <summary>Waits until the process is told to end.</summary>
    public Task WaitAsync() => application.WaitForShutdownAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, Responder responder, MockOptions options)
    {
        var start = options.Clock.GetTimestamp();
        var request = await RequestReader.ReadAsync(context).ConfigureAwait(false);
        if (options.Latency > TimeSpan.Zero)
        {
            await Task.Delay(options.Latency, options.Clock, context.RequestAborted).ConfigureAwait(false);
        }

        await ReplyWriter.WriteAsync(context, responder.Answer(request, start)).ConfigureAwait(false);
    }
}
