using System.Text;
using Monitor.Core.Definitions;
using Monitor.Core.Discovery;

namespace Monitor.Tests.Discovery;

public sealed class DiscovererTests
{
    private const string Page = """
        <!doctype html><html><head><base href="https://www.example.org/en/"></head><body><nav><a href="/">Home</a></nav>
        <main><article><h2><a href="news/1?utm_source=front">  First
        story </a></h2><time datetime="2019-06-13T10:00:00+04:30">13 June</time></article>
        <article><h2><a href="/fa/news/2#top" title="Second"><img alt=""></a></h2></article>
        <article><h2><a href="mailto:desk@example.org">Write to us</a></h2></article>
        <article><h2><a href="news/1">First again</a></h2></article>
        <article><h2><a href="video/3">Third</a></h2></article></main></body></html>
        """;

    [Fact]
    public void A_list_gives_the_links_of_its_selector_resolved_canonical_and_each_once()
    {
        var found = List(new() { List = "https://www.example.org/", Links = "main h2 a[href]" });

        Assert.Equal("html-list", found.Format);
        Assert.Empty(found.Issues);
        Assert.Equal(["https://www.example.org/en/news/1", "https://www.example.org/fa/news/2", "https://www.example.org/en/video/3"], found.Items.Select(u => u.Url));
        Assert.Equal(["First story", "Second", "Third"], found.Items.Select(u => u.Title));
        Assert.Equal(new DateTimeOffset(2019, 6, 13, 10, 0, 0, new TimeSpan(4, 30, 0)), found.Items[0].Published);
    }

    [Fact]
    public void Include_and_exclude_look_at_the_canonical_url()
    {
        var found = List(new() { List = "https://www.example.org/", Links = "h2", Include = "/news/", Exclude = "^https://www\\.example\\.org/fa/" });

        Assert.Equal("https://www.example.org/en/news/1", Assert.Single(found.Items).Url);
    }

    [Fact]
    public void A_selector_or_a_rule_that_finds_nothing_is_told_with_its_mend()
    {
        var selector = List(new() { List = "https://www.example.org/", Links = ".headline a" });
        var rule = List(new() { List = "https://www.example.org/", Links = "h2 a", Include = "/2019/" });

        Assert.Contains("'.headline a' matches nothing", Assert.Single(selector.Issues).Message, StringComparison.Ordinal);
        Assert.Contains("none of 3 urls passes", Assert.Single(rule.Issues).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_gives_its_entries_each_once_and_not_itself()
    {
        var found = new Discoverer(Feeds.Time).Discover(
            new() { Feed = "https://news.example.org/rss" },
            "https://news.example.org/rss",
            "application/rss+xml",
            Encoding.UTF8.GetBytes(Feeds.Rss("""
                <item><title>A</title><link>https://news.example.org/a/?utm_medium=rss</link><pubDate>Sun, 16 Sep 2018 08:05:00 GMT</pubDate><guid>1</guid></item>
                <item><title>A again</title><link>https://news.example.org/a</link></item>
                <item><title>Itself</title><link>https://news.example.org/rss</link></item>
                """)));

        var item = Assert.Single(found.Items);
        Assert.Equal(new FoundUrl("https://news.example.org/a", "A", new(2018, 9, 16, 8, 5, 0, TimeSpan.Zero), "1", null), item);
        Assert.Equal("rss", found.Format);
        Assert.Empty(found.Issues);
    }

    private static FoundUrls List(DiscoveryRule rule) =>
        new Discoverer(Feeds.Time).Discover(rule, "https://www.example.org/", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(Page));
}
