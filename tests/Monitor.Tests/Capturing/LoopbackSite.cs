using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monitor.Tests.Capturing;

/// <summary>A web server on a loopback port that sends exactly the bytes it is told to, sound or not.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, Func<Stream, CancellationToken, Task>> paths = new();
    private readonly CancellationTokenSource end = new();
    private readonly Task serving;

    public LoopbackSite()
    {
        listener.Start();
        serving = Serve();
    }

    public string Authority => listener.LocalEndpoint.ToString()!;

    /// <summary>Heads of all requests, in the order they came.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Paths of all requests but robots.txt.</summary>
    public IEnumerable<string> Pages => Requests.Select(r => r.Split(' ')[1]).Where(p => p != "/robots.txt");

    public string Url(string path) => $"http://{Authority}{path}";

    /// <summary>Answers a path with a status, header fields and a body of the right length.</summary>
    public LoopbackSite On(string path, string status, byte[] body, params string[] fields) =>
        Raw(path, Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\n{string.Concat(fields.Select(f => f + "\r\n"))}Content-Length: {body.Length}\r\n\r\n"), body);

    public LoopbackSite On(string path, string body, params string[] fields) => On(path, "200 OK", Encoding.UTF8.GetBytes(body), fields);

    /// <summary>Answers a path with these bytes and closes.</summary>
    public LoopbackSite Raw(string path, params byte[][] parts) => Do(path, async (stream, cancel) =>
    {
        foreach (var part in parts)
        {
            await stream.WriteAsync(part, cancel);
        }
    });

    public LoopbackSite Raw(string path, string text) => Raw(path, Encoding.Latin1.GetBytes(text));

    public LoopbackSite Do(string path, Func<Stream, CancellationToken, Task> answer)
    {
        paths[path] = answer;
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await serving;
        end.Dispose();
    }

    private async Task Serve()
    {
        var answers = new List<Task>();
        try
        {
            while (true)
            {
                answers.Add(Answer(await listener.AcceptTcpClientAsync(end.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(answers);
        }
    }

    private async Task Answer(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            var head = new StringBuilder();
            var one = new byte[1];
            while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, end.Token) > 0)
            {
                head.Append((char)one[0]);
            }

            Requests.Enqueue(head.ToString());
            var path = head.ToString().Split(' ').ElementAtOrDefault(1) ?? "";
            var answer = paths.GetValueOrDefault(path)
                ?? ((s, c) => s.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), c).AsTask());
            await answer(stream, end.Token);
            client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side has gone, which some tests want.
        }
    }
}
