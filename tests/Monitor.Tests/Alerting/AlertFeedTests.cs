using System.Text.Json;
using System.Xml.Linq;
using Monitor.Core.Alerting.Channels;
using Monitor.Core.Alerting.Messages;

namespace Monitor.Tests.Alerting;

public sealed class AlertFeedTests
{
    private static readonly AlertDigest Digest = SampleDigest.Of() with { Items = [SampleDigest.Of().Items[0] with { Heading = "Bad \u0001 letter \uD800 <b>", Text = "a\u0000b", Marks = [] }], More = 0 };

    [Fact]
    public void Atom_can_be_read_whatever_letters_a_page_has()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entry = XDocument.Parse(Feed().Atom()).Root!.Element(atom + "entry")!;

        Assert.Equal("urn:monitor:m0", entry.Element(atom + "id")!.Value);
        Assert.Equal("2018-09-17T10:00:00Z", entry.Element(atom + "updated")!.Value);
        Assert.Contains("<blockquote", entry.Element(atom + "content")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", entry.Element(atom + "content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Rss_can_be_read()
    {
        var item = XDocument.Parse(Feed().Rss()).Descendants("item").Single();

        Assert.Equal("urn:monitor:m0", item.Element("guid")!.Value);
        Assert.Equal("Mon, 17 Sep 2018 10:00:00 GMT", item.Element("pubDate")!.Value);
    }

    [Fact]
    public void Json_feed_can_be_read()
    {
        using var feed = JsonDocument.Parse(Feed().Json());

        Assert.Equal("https://jsonfeed.org/version/1.1", feed.RootElement.GetProperty("version").GetString());
        Assert.Equal("urn:monitor:m0", feed.RootElement.GetProperty("items")[0].GetProperty("id").GetString());
    }

    [Fact]
    public void Monitors_own_reader_reads_its_own_feed()
    {
        var found = new Core.Discovery.FeedReader(TimeProvider.System).Read("https://monitor.example/feeds/x.atom", "application/atom+xml", System.Text.Encoding.UTF8.GetBytes(Feed().Atom()));

        Assert.Equal(["https://monitor.example/claims/c1"], found.Entries.Select(u => u.Url));
    }

    private static AlertFeed Feed() => new(SampleDigest.Search(), [(SampleDigest.Delivery, Digest)], "https://monitor.example", "https://monitor.example/feeds/x.atom");
}
