using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monitor.Tests.Alerting;

/// <summary>A mail server on loopback that speaks enough SMTP (RFC 5321) to take mails, and misbehaves on demand.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _loop;
    private readonly List<string> _mails = [];

    public SmtpSink()
    {
        _listener.Start();
        _loop = Task.Run(Accept);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The mails that were accepted, headers and body as sent.</summary>
    public IReadOnlyList<string> Mails => _mails;

    /// <summary>Connections so far.</summary>
    public int Connections { get; private set; }

    /// <summary>What it says first; one that is no 220 ends the talk, as "421 too many connections" does.</summary>
    public string Greeting { get; set; } = "220 sink";

    /// <summary>Reply to RCPT TO; 250 by default.</summary>
    public string RecipientReply { get; set; } = "250 ok";

    /// <summary>Mails of which the first recipient is put off, as greylisting does.</summary>
    public int Greylisted { get; set; }

    /// <summary>Reply to AUTH.</summary>
    public string LoginReply { get; set; } = "235 ok";

    /// <summary>True when it closes the connection in the middle of the mail.</summary>
    public bool DropsBeforeDot { get; set; }

    /// <summary>True when it takes the mail and then closes the connection without saying so.</summary>
    public bool DropsAfterDot { get; set; }

    /// <summary>Time between two letters of its replies; a server that keeps a sender waiting for ever.</summary>
    public TimeSpan Drip { get; set; }

    /// <summary>Reply after the final dot; null drops the connection there, without the mail.</summary>
    public string? DataReply { get; set; } = "250 taken";

    public async ValueTask DisposeAsync()
    {
        if (_loop.IsCompleted)
        {
            return;
        }

        await _end.CancelAsync();
        _listener.Stop();
        await _loop;
        _end.Dispose();
        _listener.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Connections++;
                await Talk(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task Talk(TcpClient client)
    {
        try
        {
            using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await Say(writer, Greeting);
            while (Greeting.StartsWith("220", StringComparison.Ordinal) && await reader.ReadLineAsync(_end.Token) is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                if (verb == "DATA" && !await Data(reader, writer))
                {
                    return;
                }
                else if (verb != "DATA")
                {
                    await Say(writer, verb switch { "QUIT" => "221 bye", "RCPT" => Recipient(), "EHLO" => "250-sink\r\n250 AUTH LOGIN", "AUTH" => LoginReply, _ => "250 ok" });
                    if (verb == "QUIT")
                    {
                        return;
                    }
                }
            }
        }
        catch (IOException)
        {
            // The client went away.
        }
    }

    private string Recipient() => Greylisted-- > 0 ? "451 4.7.1 greylisted, come back later" : RecipientReply;

    /// <summary>Takes a mail; false when the connection is to be closed.</summary>
    private async Task<bool> Data(StreamReader reader, StreamWriter writer)
    {
        await Say(writer, "354 go on");
        if (DropsBeforeDot)
        {
            await reader.ReadLineAsync(_end.Token);
            return false;
        }

        var mail = await Body(reader);
        if (DropsAfterDot || DataReply?.StartsWith("250", StringComparison.Ordinal) == true)
        {
            _mails.Add(mail);
        }

        if (DropsAfterDot || DataReply is null)
        {
            return false;
        }

        await Say(writer, DataReply);
        return true;
    }

    private async Task Say(StreamWriter writer, string line)
    {
        if (Drip == TimeSpan.Zero)
        {
            await writer.WriteLineAsync(line);
            return;
        }

        foreach (var letter in line + "\r\n")
        {
            await writer.WriteAsync(letter);
            await Task.Delay(Drip, _end.Token);
        }
    }

    private async Task<string> Body(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
        {
            mail.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        }

        return mail.ToString();
    }
}
