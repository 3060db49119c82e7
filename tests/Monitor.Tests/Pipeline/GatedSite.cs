using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monitor.Tests.Pipeline;

/// <summary>A small news site on loopback: a feed and articles, whose n-th request waits until the test has done something.</summary>
internal sealed class GatedSite : IAsyncDisposable
{
    private const int Articles = 8;
    private readonly WebApplication _site;
    private readonly TaskCompletionSource _reached = new();
    private readonly TaskCompletionSource _go = new();
    private int _requests;

    private GatedSite(int port, int gate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        _site = builder.Build();
        _site.Run(async context =>
        {
            if (Interlocked.Increment(ref _requests) == gate)
            {
                _reached.TrySetResult();
                await _go.Task;
            }

            await Answer(context);
        });
    }

    /// <summary>Completes when the gate's request has come; it is answered only after <see cref="Open"/>.</summary>
    public Task Reached => _reached.Task;

    public string Address => _site.Urls.First();

    public int Port => new Uri(Address).Port;

    public static async Task<GatedSite> Start(int port = 0, int gate = 0)
    {
        var site = new GatedSite(port, gate);
        await site._site.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public void Open() => _go.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Open();
        await _site.DisposeAsync();
    }

    /// <summary>A folder of definitions with this site as its one source.</summary>
    public static void WriteDefinition(string folder, int port)
    {
        Directory.CreateDirectory(Path.Combine(folder, "releases"));
        File.WriteAllText(Path.Combine(folder, "gated.yaml"), $$"""
            name: Gated
            publisher: Gated
            country: GB
            language: en
            kind: article
            official: false
            homepage: http://127.0.0.1:{{port}}/
            discover:
              - feed: http://127.0.0.1:{{port}}/feed.xml
            schedule: 1h
            yield: { min: 1, max: 50 }
            delaySeconds: 0
            localTestSource: true

            """);
    }

    private static Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        context.Response.ContentType = path == "/feed.xml" ? "application/rss+xml" : "text/html; charset=utf-8";
        if (path == "/robots.txt")
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        }

        return context.Response.WriteAsync(path == "/feed.xml" ? Feed() : Article(int.Parse(path.AsSpan("/article-".Length), CultureInfo.InvariantCulture)), Encoding.UTF8);
    }

    private static string Feed() =>
        "<rss version=\"2.0\"><channel><title>Gated</title>" +
        string.Concat(Enumerable.Range(1, Articles).Select(n => $"<item><title>Article {n}</title><link>/article-{n}</link><guid>{n}</guid></item>")) +
        "</channel></rss>";

    public static string Article(int n) =>
        $"""
        <!doctype html><html lang="en"><head><title>The harbour office counts {n * 100} boats</title></head><body><nav><a href="/">Home</a></nav><article>
        <h1>The harbour office counts {n * 100} boats</h1>
        <p>The harbour office of the sample town said on Monday that it had counted {n * 100} boats in the old basin, more than in any year since it began to count them.</p>
        <p>“We have never seen so many boats in one summer,” the harbour master said. “There were {n * 100} of them, and {n} had no name at all.”</p>
        <p>The council of the sample town declined to comment. It had announced in the spring that it would remove boats that nobody looks after.</p>
        </article></body></html>
        """;
}
