using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.SelfTests.Runs;
using OcpConformance.SelfTests.Support;
using OcpConformance.Transport.Sending;

namespace OcpConformance.SelfTests.Transport;

public sealed class EvidenceBoundTests
{
    private static readonly OutgoingRequest Get = new("GET", "/api/v2/time", Effect.Read);

    [Test]
    public async Task Answers_that_a_run_keeps_stay_within_their_bound()
    {
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(200, new string('x', 10_000)), token).AsTask());
        using var client = Client(server.Url);
        var records = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => client.SendAsync(Get, CancellationToken.None)));

        var kept = records.Where(record => record.Answer is not null).ToList();
        kept.Sum(record => record.Answer!.Body.Length).Should().BeInRange(50_001, 100_000);
        records.Except(kept).Should().NotBeEmpty().And.OnlyContain(record => record.Failure!.Kind == FailureKind.NotKept && record.Failure.Message.Text.Contains("100000 bytes") && record.Failure.Message.Text.Contains("OCP_SELECT"));
    }

    [TestCase("Content-Length: 90000\r\n", TestName = "Answer_that_breaks_off_takes_no_room")]
    [TestCase("Content-Length: 30000\r\nContent-Encoding: gzip\r\n", TestName = "Answer_that_cannot_be_decoded_takes_no_room")]
    [TestCase("Content-Length: 99000\r\n", TestName = "Answer_that_is_too_large_takes_no_room")]
    public async Task Answer_that_is_not_kept_takes_no_room(string headers)
    {
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{headers}\r\n{new string('x', 30_000)}"), token).AsTask());
        using var client = Client(server.Url);
        for (var i = 0; i < 10; i++)
        {
            (await client.SendAsync(Get, CancellationToken.None)).Failure!.Kind.Should().NotBe(FailureKind.NotKept);
        }
    }

    [Test]
    public async Task Compressed_answer_takes_the_room_of_its_plain_body()
    {
        using var compressed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(compressed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[60_000]);
        }

        await using var server = new RawServer((_, stream, token) => HostileAnswers.SendAsync(stream, "Content-Encoding: gzip\r\n", compressed.ToArray(), token));
        using var client = Client(server.Url);
        var first = await client.SendAsync(Get, CancellationToken.None);

        first.Answer!.Body.Length.Should().Be(60_000);
        first.Answer.Header("Content-Encoding").Should().Be("gzip");
        first.Answer.Header("Content-Length").Should().Be($"{compressed.Length}", "the headers stay as they came");
        (await client.SendAsync(Get, CancellationToken.None)).Failure!.Kind.Should().Be(FailureKind.NotKept);
    }

    [Test]
    public async Task Body_that_never_ends_allocates_no_more_than_its_bound_needs()
    {
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), token);
            for (var megabyte = new byte[1_000_000]; ;)
            {
                await stream.WriteAsync(megabyte, token);
            }
        });
        using var client = Client(server.Url);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        (await client.SendAsync(Get, CancellationToken.None)).Failure!.Kind.Should().Be(FailureKind.TooLarge);
        (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(20_000_000);
    }

    private static TargetClient Client(Uri url) => new(
        new TargetOptions { BaseUrl = url, AllowedEffects = new HashSet<Effect> { Effect.Read }, Guarded = true, MaxBodyBytes = 80_000, MaxEvidenceBytes = 100_000 }, TimeProvider.System);
}
