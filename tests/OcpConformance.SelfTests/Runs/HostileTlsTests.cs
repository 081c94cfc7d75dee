using System.Globalization;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Runs;

public sealed class HostileTlsTests
{
    private static readonly RunSettings Settings = new() { Timeout = TimeSpan.FromSeconds(2), ConnectTimeout = TimeSpan.FromSeconds(1) };

    [TestCase("localhost", 1, false, "(CN=localhost) is self-signed; name in OCP_TLS_CA a PEM file that holds its authority, or set OCP_TLS_INSECURE=true to accept any certificate.", TestName = "Self-signed certificate")]
    [TestCase("localhost", -1, true, "expired on {day}; renew it, or set OCP_TLS_INSECURE=true", TestName = "Expired certificate")]
    [TestCase("ocp.example.com", 1, true, "is made out to ocp.example.com; write in OCP_BASE_URL a name that it is made out to", TestName = "Certificate of another host")]
    public async Task Certificate_that_is_not_valid_makes_the_run_incomplete_before_anything_is_told(string host, int days, bool trusted, string reason)
    {
        using var certificate = Certificates.SelfSigned(host, days);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, certificate.ExportCertificatePem());
            await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(200, "{}"), token).AsTask(), certificate);
            var outcome = await InProcess.LiveAsync(server.Url, "backup/*", trusted ? Settings with { TlsCa = file } : Settings);

            outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
            outcome.Conclusion.Reason.Text.Should().StartWith($"The target cannot be reached: the certificate of {server.Url.GetLeftPart(UriPartial.Authority)} ")
                .And.Contain(reason.Replace("{day}", certificate.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal));
            server.Heads.Should().NotContain(head => head.Contains("Authorization"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task Handshake_that_never_ends_makes_the_run_incomplete_in_time()
    {
        await using var server = new RawServer((_, _, token) => Task.Delay(Timeout.Infinite, token));
        var start = TimeProvider.System.GetTimestamp();
        var outcome = await InProcess.LiveAsync(new UriBuilder(server.Url) { Scheme = "https" }.Uri, "backup/*", Settings);

        outcome.Conclusion.Reason.Text.Should().Contain("no connection to https://localhost").And.Contain("within the time allowed");
        TimeProvider.System.GetElapsedTime(start).Should().BeLessThan(TimeSpan.FromSeconds(20));
    }
}
