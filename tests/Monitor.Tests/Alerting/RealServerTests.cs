using Monitor.Core.Alerting;
using Monitor.Core.Alerting.Channels;
using Monitor.Core.Alerting.Messages;

namespace Monitor.Tests.Alerting;

/// <summary>Mails through a real mail server.</summary>
public sealed class RealServerTests
{
    [Fact]
    public async Task A_real_server_takes_the_mail_with_its_headers_and_both_bodies()
    {
        Assert.SkipWhen(EximServer.Missing is not null, EximServer.Missing ?? "");
        await using var server = await EximServer.Start();

        Assert.Equal(new SendOutcome(SendState.Accepted, ""), await Send(server.Port, "", ""));

        await server.Settled();
        var mail = Assert.Single(server.Mails);
        Assert.Equal(["<m0@monitor.example>"], server.MessageIds);
        Assert.Contains("List-Unsubscribe: <https://monitor.example/unsubscribe/abc>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("multipart/alternative", mail, StringComparison.Ordinal);
        Assert.InRange(mail.Length, 2_000, AlertMail.MostBytes);
        Assert.All(mail.Split('\n'), l => Assert.InRange(l.TrimEnd('\r').Length, 0, 998));
    }

    [Theory]
    [InlineData("right", SendState.Accepted)]
    [InlineData("wrong", SendState.TryLater)]
    public async Task A_login_is_given_and_a_wrong_one_is_the_settings_fault(string password, SendState expected)
    {
        Assert.SkipWhen(EximServer.Missing is not null, EximServer.Missing ?? "");
        await using var server = await EximServer.Start(login: true);

        var outcome = await Send(server.Port, "desk", password);

        Assert.Equal(expected, outcome.State);
        Assert.Equal(expected == SendState.TryLater, outcome.ServerAway);
        await server.Settled();
        Assert.Equal(expected == SendState.Accepted ? 1 : 0, server.Mails.Count);
    }

    [Fact]
    public async Task A_server_without_encryption_gets_no_mail_when_encryption_is_asked_for()
    {
        Assert.SkipWhen(EximServer.Missing is not null, EximServer.Missing ?? "");
        await using var server = await EximServer.Start();

        var outcome = await Send(server.Port, "desk", "right", startTls: true);

        Assert.Equal((SendState.TryLater, true), (outcome.State, outcome.ServerAway));
        Assert.Empty(server.Mails);
    }

    private static async Task<SendOutcome> Send(int port, string user, string password, bool startTls = false)
    {
        var options = new MailOptions { Host = "127.0.0.1", Port = port, StartTls = startTls, User = user, Password = password, From = "monitor@monitor.example", BaseUrl = "https://monitor.example" };
        using var mail = AlertMail.Write(SampleDigest.Of("fa"), SampleDigest.Delivery, options, "abc");
        return await new SmtpChannel(options).Send(mail, "m0", TestContext.Current.CancellationToken);
    }
}
