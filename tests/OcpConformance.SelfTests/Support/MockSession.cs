using System.Net.Http.Headers;
using System.Text;
using OcpConformance.MockOcp.Faults;
using OcpConformance.MockOcp.Hosting;

namespace OcpConformance.SelfTests.Support;

/// <summary>A mock with a plain client of its user, as other programs would write it.</summary>
internal sealed class MockSession : IAsyncDisposable
{
    public const string Password = "pässword";

    private MockSession(MockServer server)
    {
        Server = server;
        Client = new HttpClient { BaseAddress = server.Url };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"conformance:{Password}")));
    }

    public MockServer Server { get; }

    public HttpClient Client { get; }

    public static async Task<MockSession> StartAsync(Fault? fault = null, MockOptions? options = null) =>
        new(await MockServer.StartAsync(Project.Contract, Project.Fixtures, (options ?? new MockOptions { Password = Password }) with { Password = Password, Fault = fault }));

    /// <summary>A fault as a file would hold it.</summary>
    public static Fault Fault(string outcome, string answer, string? operation = null) => FaultLoader.Read(Project.Contract, "test", Encoding.UTF8.GetBytes($$"""
        {
          "title": "A test",
          "on": { "outcome": "{{outcome}}"{{(operation is null ? string.Empty : $", \"operation\": \"{operation}\"")}} },
          "answer": {{answer}},
          "expect": { "level": "must", "violates": ["none"] }
        }
        """));

    public Task<MockAnswer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers: headers);

    public async Task<MockAnswer> SendAsync(HttpMethod method, string path, string? body, string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, contentType);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request);
        return new MockAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
