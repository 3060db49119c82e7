using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monitor.Tests.Pipeline;

/// <summary>A small news site on loopback whose feed names ever more articles, the newest first.</summary>
internal sealed class GrowingSite : IAsyncDisposable
{
    private const int InFeed = 40;

    private readonly WebApplication _site;

    private GrowingSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _site = builder.Build();
        _site.Run(Answer);
    }

    /// <summary>How many articles there are.</summary>
    public int Articles { get; set; }

    public static async Task<GrowingSite> Start()
    {
        var site = new GrowingSite();
        await site._site.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public void WriteDefinition(string folder) => GatedSite.WriteDefinition(folder, new Uri(_site.Urls.First()).Port);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path == "/feed.xml")
        {
            context.Response.ContentType = "application/rss+xml";
            var items = Enumerable.Range(0, Math.Min(InFeed, Articles)).Select(i => Articles - i);
            return context.Response.WriteAsync(
                $"<rss version=\"2.0\"><channel><title>Growing</title>{string.Concat(items.Select(n => $"<item><title>Article {n}</title><link>/article-{n}</link><guid>{n}</guid></item>"))}</channel></rss>",
                Encoding.UTF8);
        }

        if (!path.StartsWith("/article-", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(GatedSite.Article(int.Parse(path.AsSpan("/article-".Length), CultureInfo.InvariantCulture)), Encoding.UTF8);
    }
}
