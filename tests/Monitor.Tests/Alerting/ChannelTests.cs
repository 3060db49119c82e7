using System.Net.Mail;
using Monitor.Core.Alerting;
using Monitor.Core.Alerting.Channels;

namespace Monitor.Tests.Alerting;

public sealed class ChannelTests
{
    [Fact]
    public async Task A_mail_reaches_the_server_with_its_message_id()
    {
        await using var server = new SmtpSink();

        var outcome = await Send(server.Port);

        Assert.Equal(SendState.Accepted, outcome.State);
        Assert.Contains("Message-ID: <m1@monitor.example>", Assert.Single(server.Mails), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("451 greylisted", "250 taken", SendState.TryLater)]
    [InlineData("550 no such mailbox", "250 taken", SendState.Refused)]
    [InlineData("250 ok", "452 disk full", SendState.TryLater)]
    [InlineData("250 ok", "554 refused", SendState.Refused)]
    [InlineData("250 ok", null, SendState.TryLater)]
    public async Task What_the_server_says_decides_whether_it_is_tried_again(string recipient, string? data, SendState expected)
    {
        await using var server = new SmtpSink { RecipientReply = recipient, DataReply = data };

        var outcome = await Send(server.Port);

        Assert.Equal(expected, outcome.State);
        Assert.NotEmpty(outcome.Message);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again()
    {
        await using var server = new SmtpSink();
        var port = server.Port;
        await server.DisposeAsync();

        Assert.Equal(SendState.TryLater, (await Send(port)).State);
    }

    [Fact]
    public async Task Without_a_server_the_mail_is_a_file_named_by_its_delivery_and_written_twice_it_is_one_file()
    {
        using var folder = new TemporaryFolder();
        var channel = new FolderChannel(folder.Path);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var mail = Mail();
            Assert.Equal(SendState.Accepted, (await channel.Send(mail, "m1", TestContext.Current.CancellationToken)).State);
        }

        Assert.Equal(["m1.eml"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
        Assert.Contains("Message-ID: <m1@monitor.example>", await File.ReadAllTextAsync(folder.At("m1.eml"), TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
    }

    private static MailMessage Mail()
    {
        var mail = new MailMessage("monitor@monitor.example", "desk@newsroom.example", "Subject", "Body");
        mail.Headers["Message-ID"] = "<m1@monitor.example>";
        return mail;
    }

    private static async Task<SendOutcome> Send(int port)
    {
        using var mail = Mail();
        return await new SmtpChannel(new MailOptions { Host = "127.0.0.1", Port = port, StartTls = false }).Send(mail, "m1", TestContext.Current.CancellationToken);
    }
}
