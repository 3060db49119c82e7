using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Monitor.Core.Capturing;

namespace Monitor.Tests.Capturing;

/// <summary>Servers that want too much, lie, break off, or point where they should not.</summary>
public sealed class HostileServerTests : CapturerBench
{
    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://192.168.1.1:8080/admin")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://0x0a000001/")]
    [InlineData("http://167772161/")]
    public async Task A_redirect_to_a_private_address_is_refused_even_for_a_local_test_source(string target)
    {
        Site.On("/", "302 Found", [], "Location: " + target);
        await Ends("/", CaptureState.Refused, "not a public address");
        Assert.Equal(["/"], Site.Pages);
    }

    [Theory]
    [InlineData("file:///etc/passwd", "no http or https url")]
    [InlineData("ftp://news.example/", "no http or https url")]
    [InlineData("gopher://news.example/", "no http or https url")]
    [InlineData("https://user:secret@news.example/", "user name or password")]
    [InlineData("javascript:alert(1)", "no http or https url")]
    public async Task Only_plain_web_urls_are_fetched_at_first_and_after_a_redirect(string target, string message)
    {
        Site.On("/", "302 Found", [], "Location: " + target);
        await Ends("/", CaptureState.Refused, message);
        await Ends(target, CaptureState.Refused, message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("news.example")]
    [InlineData("/relative")]
    [InlineData("http://news.example/\r\nX: y")]
    [InlineData("http://")]
    public async Task What_is_no_url_is_refused(string url)
    {
        var outcome = await Capturer.Capture(new("x", url, AllowLoopback: true, TimeSpan.Zero), Cancel);
        Assert.Equal((CaptureState.Refused, true), (outcome.State, outcome.Message.Contains("is no absolute url", StringComparison.Ordinal) || url == "/relative"));
    }

    [Fact]
    public async Task A_loopback_address_is_refused_unless_allowed()
    {
        Site.On("/", "x");
        foreach (var url in new[] { Site.Url("/"), Site.Url("/").Replace("127.0.0.1", "localhost", StringComparison.Ordinal), "http://2130706433/", "http://[::1]/" })
        {
            var outcome = await Capturer.Capture(new("x", url, AllowLoopback: false, TimeSpan.Zero), Cancel);
            Assert.Equal((CaptureState.Refused, true), (outcome.State, outcome.Message.Contains("not a public address", StringComparison.Ordinal)));
        }

        Assert.Empty(Site.Requests);
        Assert.Equal(CaptureState.Captured, (await Capture("/")).State);
    }

    [Fact]
    public async Task The_address_that_is_connected_counts_not_the_one_that_was_looked_up_before()
    {
        var asked = 0;
        Options = new() { Resolve = (_, _) => Task.FromResult<IPAddress[]>([asked++ == 0 ? IPAddress.Loopback : IPAddress.Parse("10.1.2.3")]) };
        Site.On("/", "x");
        await Ends(Site.Url("/").Replace("127.0.0.1", "rebinding.example", StringComparison.Ordinal), CaptureState.Refused, "rebinding.example is at 10.1.2.3");
        Assert.Equal(["/robots.txt"], Site.Requests.Select(r => r.Split(' ')[1]));
    }

    [Fact]
    public async Task Of_several_addresses_only_the_allowed_are_tried()
    {
        Options = new() { Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("192.168.0.1"), IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]) };
        Site.On("/", "x");
        Assert.Equal(CaptureState.Captured, (await Capture(Site.Url("/").Replace("127.0.0.1", "several.example", StringComparison.Ordinal))).State);
    }

    [Fact]
    public async Task Redirects_in_a_circle_and_without_end_are_left()
    {
        Site.On("/a", "302 Found", [], "Location: /b").On("/b", "302 Found", [], "Location: /a");
        await Ends("/a", CaptureState.Failed, "redirects in a circle");
        for (var i = 0; i < 8; i++)
        {
            Site.On($"/{i}", "302 Found", [], $"Location: /{i + 1}");
        }

        await Ends("/0", CaptureState.Failed, "redirects more than 5 times");
        Assert.DoesNotContain("/6", Site.Pages);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_not_read_on()
    {
        Options = new() { SentBytes = 2000 };
        Site.On("/stated", new string('x', 2001));
        Site.Do("/endless", async (stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), cancel);
            while (true)
            {
                await stream.WriteAsync(new byte[1000], cancel);
            }
        });
        await Ends("/stated", CaptureState.TooLarge, "more than 2000 bytes");
        await Ends("/endless", CaptureState.TooLarge, "more than 2000 bytes");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_bomb_is_not_unpacked(int layers)
    {
        var bomb = new byte[30 << 20];
        for (var i = 0; i < layers; i++)
        {
            bomb = CapturerTests.Gzip(bomb);
        }

        Site.On("/", "200 OK", bomb, "Content-Encoding: " + string.Join(", ", Enumerable.Repeat("gzip", layers)));
        await Ends("/", CaptureState.TooLarge, "unpacks to more than 10485760 bytes");
    }

    [Theory]
    [InlineData("gzip", "is no valid gzip")]
    [InlineData("br", "is no valid br")]
    [InlineData("deflate", "is no valid deflate")]
    [InlineData("zstd", "Content-Encoding 'zstd' is not known here")]
    [InlineData("gzip, gzip, gzip, gzip", "more than 3 codings")]
    public async Task A_damaged_or_unknown_coding_is_a_failure(string coding, string message)
    {
        Site.On("/", "plain text all the same", "Content-Encoding: " + coding);
        await Ends("/", CaptureState.Failed, message);
    }

    [Fact]
    public async Task A_compressed_body_that_its_server_cut_is_unpacked_as_far_as_it_goes()
    {
        var body = RandomNumberGenerator.GetBytes(50_000);
        var packed = CapturerTests.Gzip(body);
        Site.On("/", "200 OK", packed[..30_000], "Content-Encoding: gzip");
        var outcome = await Capture("/");
        Assert.InRange(outcome.Payload.Length, 1, body.Length - 1);
        Assert.True(body.AsSpan().StartsWith(outcome.Payload));
        Assert.Equal(outcome.Payload, Store.ReadPayload(outcome.Capture!));
    }

    [Fact]
    public async Task Header_fields_over_the_limit_are_not_read_on()
    {
        Site.Raw("/", $"HTTP/1.1 200 OK\r\nX: {new string('x', 70_000)}\r\n\r\nbody");
        await Ends("/", CaptureState.TooLarge, "more than 65536 bytes of header fields");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nhalf")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html")]
    [InlineData("HTTP/1.1 abc\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH\r\n")]
    [InlineData("")]
    public async Task An_answer_that_breaks_off_or_is_no_HTTP_is_a_failure_and_no_evidence(string answer)
    {
        Site.Raw("/", answer);
        await Ends("/", CaptureState.Failed, Site.Url("/"));
    }

    [Fact]
    public async Task More_bytes_than_stated_are_left_unread()
    {
        Site.Raw("/", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbodyHTTP/1.1 200 OK\r\n\r\nsmuggled");
        var outcome = await Capture("/");
        Assert.Equal("body"u8, outcome.Payload);
    }

    [Fact]
    public async Task A_body_that_drips_ends_with_the_time_for_it()
    {
        var dripped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Site.Do("/", async (stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nd"u8.ToArray(), cancel);
            dripped.SetResult();
            await Task.Delay(Timeout.Infinite, cancel);
        });
        var outcome = Capture("/");
        await dripped.Task;
        Time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(outcome.IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((CaptureState.TimedOut, null), ((await outcome).State, (await outcome).Capture));
        Assert.Empty(Store.All());
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_a_failure()
    {
        Options = new() { Resolve = (_, _) => throw new SocketException((int)SocketError.HostNotFound) };
        await Ends("http://absent.example/", CaptureState.Failed, "absent.example could not be resolved");
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        await Ends($"http://127.0.0.1:{port}/", CaptureState.Failed, "could not be reached");
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_a_failure()
    {
        using var key = RSA.Create(2048);
        var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        async Task Serve()
        {
            using var client = await listener.AcceptTcpClientAsync(Cancel);
            using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsServerAsync(certificate);
            _ = await tls.ReadAsync(new byte[1], Cancel);
        }

        var serving = Serve();
        await Ends($"https://{listener.LocalEndpoint}/", CaptureState.Failed, "TLS");
        await serving.ContinueWith(_ => { }, Cancel, TaskContinuationOptions.None, TaskScheduler.Default);
        certificate.Dispose();
    }
}
