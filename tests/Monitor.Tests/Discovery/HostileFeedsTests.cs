using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Discovery;

namespace Monitor.Tests.Discovery;

public sealed class HostileFeedsTests
{
    private static readonly string[] Samples =
    [
        Feeds.Rss("<item><title>A &amp; B &#x41;</title><link>/a</link><guid>g</guid><pubDate>Sun, 16 Sep 2018 08:05:00 GMT</pubDate><description><![CDATA[<p>x</p>]]></description></item>"),
        "<!DOCTYPE feed [<!ENTITY a \"b\">]><feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://a.example/\"><entry><title type=\"html\">&lt;b&gt;t</title><link href=\"x\"/><updated>2018-09-16T08:05:00Z</updated></entry></feed>",
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"url\":\"https://a.example/1\",\"title\":\"t\\ud83d\\ude00\",\"date_published\":\"2018-09-16T08:05:00Z\"}]}",
        "<html><head><base href=\"/b/\"></head><body><main><h2><a href=\"c\">C</a></h2></main></body></html>",
    ];

    [Fact]
    public void No_bytes_make_the_reader_throw() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400),
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ReadsAnything));

    [Fact]
    public void No_mutation_of_a_feed_makes_the_reader_throw() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(600),
        Prop.ForAll(Mutations().ToArbitrary(), ReadsAnything));

    [Theory]
    [InlineData("<a>", 400_000)]
    [InlineData("<a b='", 200_000)]
    [InlineData("<a b=\"<", 200_000)]
    [InlineData("<!--", 200_000)]
    [InlineData("<![CDATA[", 200_000)]
    [InlineData("<!DOCTYPE [", 100_000)]
    [InlineData("<?", 200_000)]
    [InlineData("<item>", 200_000)]
    [InlineData("</item>", 200_000)]
    [InlineData("&lt;", 300_000)]
    [InlineData("&", 500_000)]
    [InlineData("<", 500_000)]
    [InlineData("<title>", 200_000)]
    [InlineData("<rss xmlns:a='b'>", 100_000)]
    public void Repeated_fragments_are_read_in_one_pass(string fragment, int times)
    {
        // The test runner's own limit ends it if it were quadratic: half a million fragments squared take hours.
        var feed = Feeds.Read("<rss><channel>" + string.Concat(Enumerable.Repeat(fragment, times)));

        Assert.True(feed.Entries.Count <= FeedReader.MaxEntries);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<div></b>")]
    [InlineData("<DIV><p><span>")]
    [InlineData("<svg><g>")]
    [InlineData("<ul><li>")]
    public void A_page_that_never_closes_its_elements_is_refused_before_a_tree_is_made(string fragment)
    {
        var page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(fragment, 200_000)));
        var found = new Discoverer(Feeds.Time).Discover(new() { List = "https://a.example/", Links = "a[href]" }, "https://a.example/", "text/html", page);

        Assert.Equal("list-too-deep", Assert.Single(found.Issues).Kind);
    }

    private static bool ReadsAnything(byte[] payload)
    {
        var discoverer = new Discoverer(Feeds.Time);
        foreach (var mediaType in (string[])["", "text/html; charset=shift_jis", "application/xml; charset=utf-16", "; charset=utf-7"])
        {
            var feed = Feeds.Reader.Read("https://a.example/f", mediaType, payload);
            var found = discoverer.Discover(new() { Feed = "https://a.example/f" }, "https://a.example/f", mediaType, payload);
            var listed = discoverer.Discover(new() { List = "https://a.example/f", Links = "a[href], h2" }, "https://a.example/f", mediaType, payload);
            var all = found.Items.Concat(listed.Items).ToList();
            if (all.Any(u => !Uri.TryCreate(u.Url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) || (feed.Format.Length == 0 && feed.Issues.Count == 0))
            {
                return false;
            }
        }

        return true;
    }

    private static Gen<byte[]> Mutations() =>
        from sample in Gen.Elements(Samples)
        from changes in Gen.ListOf(Gen.Zip(Gen.Choose(0, sample.Length - 1), Gen.Choose(0, 6)))
        from value in Gen.Choose(0, 255)
        select Mutate(sample, changes, (byte)value);

    private static byte[] Mutate(string sample, IEnumerable<(int At, int Kind)> changes, byte value)
    {
        var bytes = Encoding.UTF8.GetBytes(sample).ToList();
        foreach (var (at, kind) in changes)
        {
            var place = Math.Min(at, bytes.Count - 1);
            switch (place < 0 ? -1 : kind)
            {
                case 0: bytes[place] = value; break;
                case 1: bytes.RemoveAt(place); break;
                case 2: bytes.RemoveRange(place, bytes.Count - place); break;
                case 3: bytes.InsertRange(place, bytes.Take(place).ToList()); break;
                case 4: bytes[place] = (byte)"<>&\"'/!?[]{}:;\0"[value % 15]; break;
                case 5: bytes.InsertRange(place, "<item><![CDATA["u8.ToArray()); break;
                case 6: bytes.InsertRange(place, "http://[::1"u8.ToArray()); break;
            }

            if (bytes.Count > 20_000)
            {
                break;
            }
        }

        return [.. bytes];
    }
}
