using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monitor.Tests.Alerting;

/// <summary>A web server on loopback that keeps what is posted to it and answers everything with one status.</summary>
internal sealed class HookServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _status;
    private readonly Task _loop;

    public HookServer(string status)
    {
        _status = status;
        _listener.Start();
        Url = $"http://{_listener.LocalEndpoint}/hook";
        _loop = Task.Run(Serve);
    }

    public string Url { get; }

    /// <summary>Head and body of each request.</summary>
    public List<(string Head, string Body)> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _loop;
        _listener.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await Answer(client.GetStream());
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task Answer(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[1 << 16];
        while (true)
        {
            var text = Encoding.UTF8.GetString([.. bytes]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                var head = text[..end];
                var length = int.Parse(head.Split("\r\n").Single(l => l.StartsWith("content-length:", StringComparison.OrdinalIgnoreCase)).Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
                if (bytes.Count >= Encoding.UTF8.GetByteCount(head) + 4 + length)
                {
                    Requests.Add((head, text[(end + 4)..]));
                    break;
                }
            }

            var read = await stream.ReadAsync(buffer);
            if (read == 0)
            {
                return;
            }

            bytes.AddRange(buffer[..read]);
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {_status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    }
}
