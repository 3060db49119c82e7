using System.Text;
using Monitor.Core.Discovery;

namespace Monitor.Tests.Discovery;

/// <summary>Feeds written for the tests.</summary>
internal static class Feeds
{
    public static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static FeedReader Reader { get; } = new(new Clock());

    public static TimeProvider Time { get; } = new Clock();

    public static Feed Read(string text, string mediaType = "application/rss+xml; charset=utf-8", string url = "https://news.example.org/rss/all.xml") =>
        Reader.Read(url, mediaType, Encoding.UTF8.GetBytes(text));

    public static string Rss(string items) => $"<rss version=\"2.0\"><channel><title>Example</title><link>https://news.example.org/</link>{items}</channel></rss>";

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
