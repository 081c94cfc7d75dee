using System.Text;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Runs;

public sealed class EvidenceRunTests
{
    private const long Bound = 128 * 1024 * 1024;

    [Test]
    public async Task Run_keeps_no_more_answers_than_its_bound_and_blocks_the_rest_with_the_remedy()
    {
        var head = Encoding.ASCII.GetBytes("HTTP/1.1 404 Not Found\r\nContent-Length: 16000000\r\nConnection: close\r\n\r\n");
        var body = Encoding.ASCII.GetBytes(new string('x', 16_000_000));
        await using var server = new RawServer(async (request, stream, token) =>
        {
            var isLogin = request.StartsWith("GET /api/v2/ob/clusters ", StringComparison.Ordinal);
            await stream.WriteAsync(isLogin ? RawServer.Http(200, "{}") : head, token);
            await stream.WriteAsync(isLogin ? Array.Empty<byte>() : body, token);
        });
        var outcome = await InProcess.LiveAsync(server.Url, "backup/query-backup-ability");
        var many = await InProcess.LiveAsync(server.Url, "host/*");

        outcome.Exchanges.Should().NotContain(exchange => exchange.BlockedReason != null && exchange.BlockedReason.Text.Contains("OCP_SELECT"));
        many.Exchanges.Sum(exchange => exchange.Exchange?.Answer?.Body.Length ?? 0).Should().BeInRange(1, (int)Bound);
        many.Exchanges.Should().Contain(exchange => exchange.BlockedReason != null && exchange.BlockedReason.Text.Contains($"{Bound} bytes") && exchange.BlockedReason.Text.Contains("OCP_SELECT"));
    }
}
