using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Evidence;
using Monitor.Core.Model;

namespace Monitor.Tests.Evidence;

public sealed class EvidenceStoreTests : IDisposable
{
    internal static readonly DateTimeOffset Noon = new(2019, 6, 13, 12, 0, 0, 123, TimeSpan.FromHours(2));
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    internal static HttpExchange Exchange(string url = "https://news.example/a", byte[]? payload = null, string extra = "", string type = "text/html") => new(
        "sample-crawler",
        url,
        url,
        Noon,
        Encoding.ASCII.GetBytes("GET /a HTTP/1.1\r\nHost: news.example\r\n\r\n"),
        Encoding.Latin1.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\n{extra}\r\n"),
        200,
        type,
        payload ?? Encoding.UTF8.GetBytes("<p>Nearly 5,000 accounts</p>"));

    [Fact]
    public void A_capture_is_read_back_from_the_files_alone_as_it_was_written()
    {
        var written = new List<Capture>();
        using (var store = new EvidenceStore(folder.Path))
        {
            written.Add(store.Write(Exchange()));
            written.Add(store.Write(Exchange() with { Url = "http://old.example/متن?q=ü", CrawlerId = "", Status = 404, MediaType = "", ResponseHead = [], Payload = [] }));
            written.Add(store.Write(Exchange("https://news.example/b", type: "text/html; charset=windows-1256") with { RequestHead = [], IpAddress = "203.0.113.9" }));
        }

        using var again = new EvidenceStore(folder.Path);
        Assert.Equal(written, again.All());
        Assert.Equal("<p>Nearly 5,000 accounts</p>", Encoding.UTF8.GetString(again.ReadPayload(written[0])));
        Assert.Empty(again.ReadPayload(written[1]));
        Assert.Empty(again.Verify());
    }

    [Fact]
    public void An_independent_reader_finds_the_records_of_WARC_1_1()
    {
        var payload = Encoding.UTF8.GetBytes("body");
        using (var store = new EvidenceStore(folder.Path))
        {
            store.Write(Exchange(payload: payload, extra: "Transfer-Encoding: chunked\r\nX-Odd: \u00e9\r\n") with { IpAddress = "203.0.113.9" });
        }

        var records = IndependentWarcReader.Read(Directory.GetFiles(folder.Path).Single());
        Assert.Equal(["warcinfo", "request", "response"], records.Select(r => r.Fields["WARC-Type"]));
        Assert.All(records, r => Assert.Equal("WARC/1.1", r.Version));
        Assert.All(records, r => Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(r.Block)), r.Fields["WARC-Block-Digest"]));
        Assert.Equal(3, records.Select(r => r.Fields["WARC-Record-ID"]).Distinct().Count());
        var response = records[2];
        Assert.Equal(response.Fields["WARC-Record-ID"], records[1].Fields["WARC-Concurrent-To"]);
        Assert.Equal("2019-06-13T10:00:00.1230000Z", response.Fields["WARC-Date"]);
        Assert.Equal("https://news.example/a", response.Fields["WARC-Target-URI"]);
        Assert.Equal("203.0.113.9", response.Fields["WARC-IP-Address"]);
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(payload)), response.Fields["WARC-Payload-Digest"]);
        Assert.Equal("application/http;msgtype=response", response.Fields["Content-Type"]);
        Assert.Equal(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\nX-Odd: \u00e9\r\n\r\nbody",
            Encoding.Latin1.GetString(response.Block));
    }

    [Fact]
    public void Every_record_is_a_gzip_member_of_its_own_at_the_stated_place()
    {
        using var store = new EvidenceStore(folder.Path);
        var capture = store.Write(Exchange());
        using var file = new FileStream(folder.At(capture.WarcFile), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var member = new byte[capture.Length];
        file.Position = capture.Offset;
        file.ReadExactly(member);
        Assert.Equal(file.Length, capture.Offset + capture.Length);
        using var reader = new StreamReader(new GZipStream(new MemoryStream(member), CompressionMode.Decompress));
        Assert.StartsWith("WARC/1.1\r\nWARC-Type: response\r\n", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void The_content_coding_is_kept_as_sent_and_removed_at_reading(string coding)
    {
        var packed = Packed(coding, "<p>#YouAreBots</p>");
        using var store = new EvidenceStore(folder.Path);
        var capture = store.Write(Exchange(payload: packed, extra: $"Content-Encoding: {coding}\r\n"));
        Assert.Equal("<p>#YouAreBots</p>", Encoding.UTF8.GetString(store.ReadPayload(capture)));
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(packed)), capture.PayloadDigest);
    }

    [Fact]
    public void A_payload_that_unpacks_to_more_than_the_limit_is_refused_at_reading()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i <= EvidenceStore.PayloadLimit >> 20; i++)
            {
                gzip.Write(zeros);
            }
        }

        using var store = new EvidenceStore(folder.Path);
        var capture = store.Write(Exchange(payload: packed.ToArray(), extra: "Content-Encoding: gzip\r\n"));
        Assert.Contains("unpacks to more than", Assert.Throws<InvalidDataException>(() => store.ReadPayload(capture)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Roles_keep_feeds_redirects_and_robots_apart_from_pages()
    {
        using var store = new EvidenceStore(folder.Path);
        foreach (var role in Enum.GetValues<ExchangeRole>())
        {
            store.Write(Exchange($"https://news.example/{role}") with { Role = role });
        }

        Assert.Equal("https://news.example/Page", Assert.Single(store.All()).Url);
        Assert.All(Enum.GetValues<ExchangeRole>(), r => Assert.Equal($"https://news.example/{r}", Assert.Single(store.All(r)).Url));
    }

    [Fact]
    public void A_new_day_and_a_full_file_begin_a_new_file()
    {
        using var store = new EvidenceStore(folder.Path) { FileLimit = 2000 };
        string Written(DateTimeOffset time) => store.Write(Exchange(payload: RandomNumberGenerator.GetBytes(1500)) with { Time = time }).WarcFile;
        var first = Written(Noon);
        Assert.NotEqual(first, Written(Noon));
        var third = Written(Noon.AddDays(1));
        Assert.StartsWith("monitor-20190614T", third, StringComparison.Ordinal);
        Assert.Equal(3, store.All().Count());
    }

    [Fact]
    public void Two_stores_on_one_folder_write_two_files_from_many_threads()
    {
        using var one = new EvidenceStore(folder.Path);
        using var two = new EvidenceStore(folder.Path);
        var written = Enumerable.Range(0, 40).AsParallel().WithDegreeOfParallelism(4)
            .Select(i => (i % 2 == 0 ? one : two).Write(Exchange($"https://news.example/{i}"))).ToList();
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
        Assert.Equal(written.ToHashSet(), one.All().ToHashSet());
        Assert.Empty(one.Verify());
    }

    [Theory]
    [InlineData("https://news.example/a\r\nWARC-Type: response")]
    [InlineData(" https://news.example/a")]
    [InlineData("")]
    public void A_url_that_would_break_the_head_is_refused(string url)
    {
        using var store = new EvidenceStore(folder.Path);
        Assert.Throws<ArgumentException>(() => store.Write(Exchange(url)));
    }

    [Fact]
    public void A_head_that_contradicts_the_exchange_is_refused()
    {
        using var store = new EvidenceStore(folder.Path);
        Assert.Throws<ArgumentException>(() => store.Write(Exchange() with { Status = 500 }));
        Assert.Throws<ArgumentException>(() => store.Write(Exchange() with { ResponseHead = "HTTP/1.1 200 OK\r\n"u8.ToArray() }));
    }

    [Fact]
    public void A_payload_is_not_read_from_another_folder_or_another_record()
    {
        using var store = new EvidenceStore(folder.Path);
        var capture = store.Write(Exchange());
        var other = store.Write(Exchange(payload: [1, 2, 3]));
        Assert.Throws<InvalidDataException>(() => store.ReadPayload(capture with { WarcFile = "../" + capture.WarcFile }));
        Assert.Throws<InvalidDataException>(() => store.ReadPayload(capture with { Offset = other.Offset, Length = other.Length }));
        Assert.Throws<InvalidDataException>(() => store.ReadPayload(capture with { Offset = 1 }));
    }

    [Fact]
    public void Any_payload_comes_back()
    {
        using var store = new EvidenceStore(folder.Path);
        Prop.ForAll<byte[], PositiveInt>((payload, path) =>
        {
            var capture = store.Write(Exchange($"https://news.example/{path.Get}", payload));
            return store.ReadPayload(capture).AsSpan().SequenceEqual(payload);
        }).QuickCheckThrowOnFailure();
        Assert.Empty(store.Verify());
        Assert.Equal(100, store.All().Count());
    }

    private static byte[] Packed(string coding, string text)
    {
        using var packed = new MemoryStream();
        using (Stream packer = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Compress, true),
            "br" => new BrotliStream(packed, CompressionMode.Compress, true),
            _ => new ZLibStream(packed, CompressionMode.Compress, true),
        })
        {
            packer.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
