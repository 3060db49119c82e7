using System.Security.Cryptography;
using System.Text;
using Monitor.Core.Alerting;
using Monitor.Core.Alerting.Channels;
using Monitor.Core.Alerting.Messages;
using Monitor.Core.Ledger;
using Monitor.Core.Model;

namespace Monitor.Web.Api;

/// <summary>Feeds of saved searches under secret addresses: whoever has the address can read it, nobody can guess it (192 random bits).</summary>
internal static class FeedRoutes
{
    /// <summary>Messages in a feed.</summary>
    private const int Most = 30;

    public static void Map(WebApplication app)
    {
        app.MapGet("/feeds/{key}.atom", (HttpContext c, string key) => Answer(c, key, "application/atom+xml", f => f.Atom())).ExcludeFromDescription().AllowAnonymous();
        app.MapGet("/feeds/{key}.rss", (HttpContext c, string key) => Answer(c, key, "application/rss+xml", f => f.Rss())).ExcludeFromDescription().AllowAnonymous();
        app.MapGet("/feeds/{key}.json", (HttpContext c, string key) => Answer(c, key, "application/feed+json", f => f.Json())).ExcludeFromDescription().AllowAnonymous();
    }

    private static async Task<IResult> Answer(HttpContext context, string key, string mediaType, Func<AlertFeed, string> write)
    {
        var services = context.RequestServices;
        var (ledger, baseUrl) = (services.GetRequiredService<Ledger>(), services.GetRequiredService<MailOptions>().BaseUrl.TrimEnd('/'));
        if (ledger.SavedSearches.ByFeedKey(key) is not { } search)
        {
            return Results.NotFound();
        }

        var deliveries = ledger.Outbox.Latest(search.Id, DeliveryChannel.Feed, Most);

        // A message is told as the corpus knows it now; the tag changes with the messages only, so that programs that look every minute cost nothing.
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mediaType + search + string.Concat(deliveries.Select(d => d.Id)))).AsSpan(0, 12))}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Tag == tag))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var entries = new List<(Delivery, AlertDigest)>();
        foreach (var delivery in deliveries)
        {
            entries.Add((delivery, await services.GetRequiredService<DigestCollector>().Collect(search, delivery.Kind, delivery.Matches, context.RequestAborted)));
        }

        return Results.Text(write(new AlertFeed(search, entries, baseUrl, baseUrl + context.Request.Path)), mediaType, Encoding.UTF8);
    }
}
