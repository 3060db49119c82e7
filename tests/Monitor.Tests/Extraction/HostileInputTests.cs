using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Model;

namespace Monitor.Tests.Extraction;

/// <summary>Crawled bytes are hostile: nothing throws, nothing hangs, and what is no article says why.</summary>
public sealed class HostileInputTests
{
    private const string Story = """
        <!doctype html><html lang="en"><head><title>Story</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Story","author":[{"name":"A B"}]}</script></head>
        <body><nav><a href="/">Home</a></nav><article><h1>Story</h1><p>The first paragraph of the story says what happened in some words, and where.</p>
        <blockquote class="twitter-tweet"><p>Words of a post #tag</p>&mdash; Some Body (@some_body) <a href="https://twitter.com/some_body/status/1">May 2, 2019</a></blockquote>
        <p>The second paragraph of the story says why it happened, according to people who know.</p></article></body></html>
        """;

    [Fact]
    public void Random_bytes_never_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Sound(Read.Bytes(bytes ?? []).Main)).QuickCheckThrowOnFailure();

    [Fact]
    public void Random_text_never_throws() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Sound(Read.Plain(text ?? "").Main) && Sound(Read.Html(text ?? "").Main)).QuickCheckThrowOnFailure();

    [Fact]
    public void Truncated_and_mutated_pages_never_throw()
    {
        var page = Encoding.UTF8.GetBytes(Story);
        var change = from length in Gen.Choose(0, page.Length)
                     from places in Gen.ArrayOf(Gen.Choose(0, page.Length - 1), 8)
                     from values in Gen.ArrayOf(Gen.Choose(0, 255), 8)
                     select (length, places, values);
        Prop.ForAll(change.ToArbitrary(), c =>
        {
            var bytes = page.ToArray();
            for (var i = 0; i < 8; i++)
            {
                bytes[c.places[i]] = (byte)c.values[i];
            }

            var extraction = Read.Bytes(bytes[..c.length], "https://news.example/a", "text/html");
            return Sound(extraction.Main) && extraction.Main.Posts.All(p => p.Start < 0 || extraction.Main.Text[p.Start..p.End] == p.Text);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Deep_nesting_huge_attributes_and_endless_tags_are_survived()
    {
        foreach (var html in (string[])
        [
            string.Concat(Enumerable.Repeat("<div>", 200_000)) + "end",
            string.Concat(Enumerable.Repeat("<b><i><a><table><td>", 20_000)),
            string.Concat(Enumerable.Repeat("<div>", 4_000)) + "end",
            $"<body class=\"{new string('x', 3_000_000)} nav\"><p>Short.</p>",
            "<p>" + new string('a', 4_000_000),
            "<script type=\"application/ld+json\">" + new string('[', 100_000) + "</script>",
            "<blockquote>" + string.Concat(Enumerable.Repeat("<blockquote>— A (@b) ", 5_000)),
        ])
        {
            Assert.True(Sound(Read.Html(html).Main));
        }
    }

    [Fact]
    public void A_page_of_posts_without_words_says_that_it_has_no_text() =>
        Assert.NotNull(Read.Html("<article><h1>Posts</h1><amp-twitter data-tweetid=\"1\"></amp-twitter></article>").Main.Note);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n\t ", "empty")]
    [InlineData("{\"a\":1}", "JSON")]
    [InlineData("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>", "feed")]
    [InlineData("%PDF-1.4 whatever", "PDF")]
    [InlineData("<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested URL was not found on this server, sorry.</p></body></html>", "error page")]
    [InlineData("<html><body><div id='app'></div></body></html>", "no main text")]
    public void What_is_no_article_has_no_text_and_says_why(string input, string why)
    {
        var main = Read.Bytes(Encoding.UTF8.GetBytes(input), "https://news.example/x", "").Main;
        Assert.Equal("", main.Text);
        Assert.Contains(why, main.Note, StringComparison.Ordinal);
    }

    private static bool Sound(Document main) => main.Text.Length > 0 || main.Note is not null;
}
