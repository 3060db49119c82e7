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

    /// <summary>Reply to RCPT TO; 250 by default.</summary>
    public string RecipientReply { get; set; } = "250 ok";

    /// <summary>Reply after the final dot; null drops the connection there.</summary>
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
            await writer.WriteLineAsync("220 sink");
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                if (verb == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    var mail = await Body(reader);
                    if (DataReply is null)
                    {
                        return;
                    }

                    if (DataReply.StartsWith("250", StringComparison.Ordinal))
                    {
                        _mails.Add(mail);
                    }

                    await writer.WriteLineAsync(DataReply);
                }
                else
                {
                    await writer.WriteLineAsync(verb switch { "QUIT" => "221 bye", "RCPT" => RecipientReply, _ => "250 ok" });
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
