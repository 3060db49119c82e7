using Monitor.Core.Discovery;

namespace Monitor.Tests.Discovery;

public sealed class FeedReaderTests
{
    [Fact]
    public void An_RSS_item_gives_url_title_date_id_and_summary()
    {
        var feed = Feeds.Read(Feeds.Rss("""
            <item><title>Accounts &amp;amp; removals</title><link>/news/1?a=1&amp;b=2</link><guid isPermaLink="false">n-1</guid>
            <pubDate>Thu, 13 Jun 2019 10:00:00 +0430</pubDate><description><![CDATA[<p>First.</p><p>Second.</p>]]></description></item>
            """));

        Assert.Empty(feed.Issues);
        Assert.Equal(("rss", "Example", "https://news.example.org/", "2.0"), (feed.Format, feed.Title, feed.Site, feed.Version));
        var entry = Assert.Single(feed.Entries);
        Assert.Equal("https://news.example.org/news/1?a=1&b=2", entry.Url);
        Assert.Equal("Accounts & removals", entry.Title);
        Assert.Equal(new DateTimeOffset(2019, 6, 13, 10, 0, 0, new TimeSpan(4, 30, 0)), entry.Published);
        Assert.Equal("n-1", entry.EntryId);
        Assert.Equal("First. Second.", entry.Summary);
    }

    [Fact]
    public void RSS_1_0_has_its_items_beside_the_channel()
    {
        var feed = Feeds.Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://a.example/"><title>T</title><items><rdf:Seq><rdf:li rdf:resource="https://a.example/1"/></rdf:Seq></items></channel>
            <item rdf:about="https://a.example/1"><title>One</title><dc:date>2019-06-13T10:00:00+02:00</dc:date></item></rdf:RDF>
            """);

        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("https://a.example/1", "One", "https://a.example/1"), (entry.Url, entry.Title, entry.EntryId));
        Assert.Equal(TimeSpan.FromHours(2), entry.Published!.Value.Offset);
    }

    [Fact]
    public void An_Atom_entry_resolves_its_link_against_xml_base_and_prefers_html()
    {
        var feed = Feeds.Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/a/"><title type="html">A &lt;b&gt;bold&lt;/b&gt; title</title>
            <entry xml:base="sub/"><title>The &lt;b&gt; tag</title><id>tag:b.example,2019:1</id><published>2019-06-13</published><updated>2019-06-14T00:00:00Z</updated>
            <link rel="alternate" type="application/pdf" href="1.pdf"/><link rel="alternate" type="text/html" href="1.html"/><link rel="edit" href="edit"/>
            <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Words <i>here</i></p></div></summary></entry></feed>
            """, "application/atom+xml");

        Assert.Equal(("atom", "A bold title"), (feed.Format, feed.Title));
        var entry = Assert.Single(feed.Entries);
        Assert.Equal("https://b.example/a/sub/1.html", entry.Url);
        Assert.Equal("The <b> tag", entry.Title);
        Assert.Equal("Words here", entry.Summary);
        Assert.Equal(new DateTimeOffset(2019, 6, 14, 0, 0, 0, TimeSpan.Zero), entry.Updated);
    }

    [Fact]
    public void A_JSON_feed_is_read_with_numbers_for_ids_and_a_trailing_comma()
    {
        var feed = Feeds.Read("""{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":7,"url":"/7","title":"Seven","date_published":"2019-06-13T10:00:00+03:30","content_html":"<p>Text</p>"},]}""", "application/feed+json");

        Assert.Equal(("json", "J", "1.1"), (feed.Format, feed.Title, feed.Version));
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("https://news.example.org/7", "Seven", "7", "Text"), (entry.Url, entry.Title, entry.EntryId, entry.Summary));
    }

    [Fact]
    public void What_is_left_open_is_closed_where_it_was_meant_to_end()
    {
        var feed = Feeds.Read(Feeds.Rss("<item><title>One<link>https://a.example/1</link><item><title>Two</title><link>https://a.example/2<guid>g2</guid></item></b><item><title>Three & four < five</title><link>https://a.example/3"));

        Assert.Equal(["https://a.example/1", "https://a.example/2", "https://a.example/3"], feed.Entries.Select(e => e.Url));
        Assert.Equal(["One", "Two", "Three & four < five"], feed.Entries.Select(e => e.Title));
        var issue = Assert.Single(feed.Issues);
        Assert.Equal(("feed-not-well-formed", "line 1"), (issue.Kind, issue.Place));
    }

    [Fact]
    public void Undefined_entities_and_control_characters_do_no_harm()
    {
        var feed = Feeds.Read("\n junk " + Feeds.Rss("<item><title>a&nbsp;b &eacute; &#146; &unknown; \u0001c\u0000\u000B</title><link>https://a.example/1</link></item>"));

        Assert.Equal("a b é ’ &unknown; c", feed.Entries[0].Title);
        Assert.Equal("feed-control-characters", Assert.Single(feed.Issues).Kind);
    }

    [Fact]
    public void Declared_entities_are_neither_expanded_nor_fetched()
    {
        var feed = Feeds.Read("""
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;"><!ENTITY xxe SYSTEM "file:///etc/passwd">]>
            """ + Feeds.Rss("<item><title>&lol2; &xxe;</title><link>https://a.example/1</link></item>"));

        Assert.Equal("&lol2; &xxe;", feed.Entries[0].Title);
        Assert.Equal("feed-entities-refused", Assert.Single(feed.Issues).Kind);
    }

    [Fact]
    public void A_date_in_the_future_is_kept_and_flagged_and_an_unreadable_one_is_named()
    {
        var feed = Feeds.Read(Feeds.Rss("""
            <item><title>A</title><link>https://a.example/1</link><pubDate>Sat, 01 Jan 2033 00:00:00 GMT</pubDate></item>
            <item><title>B</title><link>https://a.example/2</link><pubDate>yesterday</pubDate></item>
            <item><title>C</title><link>https://a.example/3</link><pubDate>03/04/2018</pubDate></item>
            """));

        Assert.Equal([2033, null, null], feed.Entries.Select(e => e.Published?.Year));
        Assert.Equal(["feed-date-future", "feed-date-unreadable"], feed.Issues.Select(i => i.Kind));
        Assert.Equal("line 2", feed.Issues[1].Place);
        Assert.Contains("'yesterday'", feed.Issues[1].Message, StringComparison.Ordinal);
        Assert.EndsWith("(2 times)", feed.Issues[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_without_a_url_that_http_could_fetch_are_named()
    {
        var feed = Feeds.Read(Feeds.Rss("<item><title>A</title><link>javascript:alert(1)</link></item><item><title>B</title><guid>https://a.example/b</guid></item><item><title>C</title><guid>c</guid></item>"));

        Assert.Equal([null, "https://a.example/b", null], feed.Entries.Select(e => e.Url));
        Assert.Contains("(2 times)", Assert.Single(feed.Issues).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the answer is empty")]
    [InlineData("just words", "it has no markup")]
    [InlineData("<opml><body/></opml>", "no feed")]
    [InlineData("{\"a\":1}", "no JSON Feed")]
    [InlineData("{\"items\":[", "not valid JSON")]
    [InlineData("<!doctype html><html><head><link rel='alternate' type='application/rss+xml' href='/feed.xml'></head><body><p>x", "it names the feed https://news.example.org/feed.xml")]
    [InlineData("<html><body>Access denied", "an HTML page, no feed; use 'list'")]
    public void What_is_no_feed_is_told_with_a_mend(string text, string why)
    {
        var feed = Feeds.Read(text, "text/html");

        Assert.Equal("", feed.Format);
        Assert.Empty(feed.Entries);
        Assert.Contains(feed.Issues, i => i.Kind == "feed-unreadable" && i.Message.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void Too_much_is_refused_and_named()
    {
        var feed = Feeds.Reader.Read("https://a.example/", "", new byte[FeedReader.MaxBytes + 1]);
        var many = Feeds.Read(Feeds.Rss(string.Concat(Enumerable.Range(0, FeedReader.MaxEntries + 5).Select(i => $"<item><link>https://a.example/{i}</link></item>"))));

        Assert.Equal("feed-too-large", Assert.Single(feed.Issues).Kind);
        Assert.Equal(FeedReader.MaxEntries, many.Entries.Count);
        Assert.Equal("feed-too-large", Assert.Single(many.Issues).Kind);
    }

    [Fact]
    public void The_address_before_FeedBurner_is_taken()
    {
        var feed = Feeds.Read(Feeds.Rss("<item><title>A</title><link>https://feeds.example/~r/1</link><feedburner:origLink xmlns:feedburner=\"http://rssnamespace.org/feedburner/ext/1.0\">https://a.example/1</feedburner:origLink></item>"));

        Assert.Equal("https://a.example/1", feed.Entries[0].Url);
    }
}
