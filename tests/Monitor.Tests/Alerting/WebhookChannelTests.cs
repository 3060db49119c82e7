using System.Net;
using Monitor.Core.Alerting.Channels;
using Monitor.Core.Model;

namespace Monitor.Tests.Alerting;

public sealed class WebhookChannelTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The example of the Standard Webhooks specification 1.0, which its libraries test with, too.</summary>
    [Fact]
    public void The_signature_is_that_of_standard_webhooks() =>
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", WebhookChannel.Sign(Secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}"));

    [Fact]
    public async Task A_message_is_posted_signed_with_the_id_of_its_delivery()
    {
        await using var server = new HookServer("204 No Content");

        Assert.Equal(SendState.Accepted, (await Send(server.Url)).State);

        var (head, body) = server.Requests.Single();
        string Field(string name) => head.Split("\r\n").Single(l => l.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];
        Assert.Equal("m0", Field("webhook-id"));
        Assert.Equal("1767323045", Field("webhook-timestamp"));
        Assert.Equal(WebhookChannel.Sign(Secret, "m0", "1767323045", body), Field("webhook-signature"));
        Assert.Contains("\"type\":\"monitor.alert\"", body, StringComparison.Ordinal);
        Assert.Contains("ایرانیان", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("200 OK", SendState.Accepted)]
    [InlineData("302 Found\r\nLocation: http://127.0.0.1:1/", SendState.Refused)]
    [InlineData("404 Not Found", SendState.Refused)]
    [InlineData("410 Gone", SendState.Refused)]
    [InlineData("429 Too Many Requests", SendState.TryLater)]
    [InlineData("503 Service Unavailable", SendState.TryLater)]
    public async Task What_the_server_answers_decides_whether_it_is_tried_again(string status, SendState expected)
    {
        await using var server = new HookServer(status);

        Assert.Equal(expected, (await Send(server.Url)).State);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/hook")]
    [InlineData("http://localhost:9/hook")]
    [InlineData("http://[::1]:9/hook")]
    [InlineData("http://[::ffff:127.0.0.1]:9/hook")]
    [InlineData("http://10.1.2.3/hook")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://0x7f000001/hook")]
    [InlineData("http://2130706433/hook")]
    [InlineData("ftp://hook.example/")]
    [InlineData("http://user:password@hook.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("no address")]
    public async Task No_private_address_is_ever_connected(string address)
    {
        var channel = new WebhookChannel(Core.Capturing.PublicAddress.Is, ManualTime.At("2026-01-02T03:04:05Z"));
        var digest = SampleDigest.Of() with { Search = SampleDigest.Search() with { Webhook = address } };

        Assert.Equal(SendState.Refused, (await channel.Send(digest, SampleDigest.Delivery, Secret, Cancel)).State);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again()
    {
        var server = new HookServer("200 OK");
        await server.DisposeAsync();

        Assert.Equal(SendState.TryLater, (await Send(server.Url)).State);
    }

    [Fact]
    public async Task A_webhook_goes_through_the_outbox_as_a_mail_does()
    {
        await using var desk = new AlertDesk();
        await using var server = new HookServer("200 OK");
        (await desk.WithClaim()).Save(AlertDesk.Search("hook") with { Recipient = "", Webhook = server.Url }).Match("hook", "c1");
        desk.Maker.Run();

        Assert.Equal(1, (await desk.Deliverer().Run(Cancel)).Sent);
        Assert.Contains("Nobody counts the boats", server.Requests.Single().Body, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Sent, desk.Ledger.Outbox.Latest().Single().State);
    }

    private static Task<SendOutcome> Send(string address) =>
        new WebhookChannel(IPAddress.IsLoopback, ManualTime.At("2026-01-02T03:04:05Z"))
            .Send(SampleDigest.Of() with { Search = SampleDigest.Search() with { Webhook = address } }, SampleDigest.Delivery, Secret, Cancel);
}
