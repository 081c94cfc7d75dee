using System.Security.Cryptography;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.SelfTests.Support;
using OcpConformance.Transport.Sending;

namespace OcpConformance.SelfTests.Transport;

public sealed class TlsTests
{
    private static readonly OutgoingRequest Get = new("GET", "/", Effect.Read);

    [Test]
    public async Task Certificate_of_an_unknown_authority_is_refused()
    {
        using var certificate = Certificates.SelfSigned();
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(200, "{}"), token).AsTask(), certificate);
        (await TargetClientTests.SendAsync(server.Url, Get)).Failure.Should().Match<TransportFailure>(failure => failure.Kind == FailureKind.Tls && failure.Message.Text.Contains("TLS"));
    }

    [Test]
    public async Task Certificate_of_a_named_authority_is_accepted()
    {
        using var certificate = Certificates.SelfSigned();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, certificate.ExportCertificatePem());
            await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(200, "{}"), token).AsTask(), certificate);
            (await TargetClientTests.SendAsync(server.Url, Get, options => options with { CertificateAuthorityFile = file })).Answer!.Status.Should().Be(200);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestCase("ocp.example.com", 1)]
    [TestCase("localhost", -1)]
    public async Task Certificate_of_another_host_or_time_is_refused_even_from_a_named_authority(string host, int days)
    {
        using var certificate = Certificates.SelfSigned(host, days);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, certificate.ExportCertificatePem());
            await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(200, "{}"), token).AsTask(), certificate);
            (await TargetClientTests.SendAsync(server.Url, Get, options => options with { CertificateAuthorityFile = file })).Failure!.Kind.Should().Be(FailureKind.Tls);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task Any_certificate_is_accepted_where_that_is_asked_for()
    {
        using var certificate = Certificates.SelfSigned("ocp.example.com", -1);
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(200, "{}"), token).AsTask(), certificate);
        (await TargetClientTests.SendAsync(server.Url, Get, options => options with { InsecureTls = true })).Answer!.Status.Should().Be(200);
    }

    [Test]
    public void File_without_certificate_is_refused()
    {
        var file = Path.GetTempFileName();
        try
        {
            var options = new TargetOptions { BaseUrl = new Uri("https://localhost"), AllowedEffects = new HashSet<Effect>(), Guarded = true, CertificateAuthorityFile = file };
            var check = () => CertificateCheck.For(options, TimeProvider.System);
            check.Should().Throw<CryptographicException>().WithMessage($"*{file}*");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
