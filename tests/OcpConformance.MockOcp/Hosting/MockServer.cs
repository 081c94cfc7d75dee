using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Fixtures;
using OcpConformance.MockOcp.Answering;

namespace OcpConformance.MockOcp.Hosting;

/// <summary>An OCP that answers from fixtures over real HTTP. A green run against it proves the suite, not any OCP.</summary>
public sealed class MockServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private MockServer(WebApplication application, MockOptions options)
    {
        this.application = application;
        Options = options;
        Url = new Uri(application.Urls.First());
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

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
        var book = new FixtureBook(contract, fixtures, new Gate(
            new BasicGate(options.UserName, options.Password),
            new AccessKeyGate(options.AccessKeyId, options.AccessKeySecret, options.Clock)));
        var answerer = new Answerer(book, fixtures, options.Clock, options.Fault);
        application.Run(context => AnswerAsync(context, answerer, options.Clock));
        await application.StartAsync().ConfigureAwait(false);
        return new MockServer(application, options);
    }

    /// <summary>Waits until the process is told to end.</summary>
    public Task WaitAsync() => application.WaitForShutdownAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, Answerer answerer, TimeProvider clock)
    {
        var start = clock.GetTimestamp();
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new IncomingRequest(
            context.Request.Method,
            target,
            context.Request.Host.Value ?? string.Empty,
            context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
            [.. context.Request.Headers.SelectMany(header => header.Value.Select(value => new Header(header.Key, value ?? string.Empty)))],
            body.ToArray());
        var reply = answerer.Answer(request, start);
        if (reply.Abort)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (reply.Status is not (204 or 205 or 304))
        {
            context.Response.ContentLength = reply.Body.Length;
            await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
