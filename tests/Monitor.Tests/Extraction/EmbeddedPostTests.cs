namespace Monitor.Tests.Extraction;

/// <summary>Embed codes of the platforms.</summary>
public sealed class EmbeddedPostTests
{
    private const string Before = "<article><p>The ministry answered on Monday evening, according to a spokesman who gave no further details on the matter.</p>";
    private const string After = "<p>The company did not say when it would decide, and several people who had asked for an answer received none.</p></article>";

    [Theory]
    [InlineData("""<blockquote class="twitter-tweet" data-lang="en"><p lang="en" dir="ltr">We will answer. <a href="https://t.co/x">https://t.co/x</a> #Answer</p>&mdash; Jane Roe (@jane_roe) <a href="https://twitter.com/jane_roe/status/123?ref_src=twsrc">September 16, 2018</a></blockquote>""", "Jane Roe", "jane_roe", "We will answer. https://t.co/x #Answer", "2018-09-16", "https://twitter.com/jane_roe/status/123")]
    [InlineData("""<blockquote class="twitter-tweet"><p lang="fa" dir="rtl">پاسخ خواهیم داد</p>&mdash; جین رو (@jane_roe) <a href="https://twitter.com/jane_roe/status/124">۱۶ سپتامبر ۲۰۱۸</a></blockquote>""", "جین رو", "jane_roe", "پاسخ خواهیم داد", "2018-09-16", "https://twitter.com/jane_roe/status/124")]
    [InlineData("""<blockquote><p>Plain words of a post.</p><p>— Jane Roe (@jane_roe) 16. September 2018</p></blockquote>""", "Jane Roe", "jane_roe", "Plain words of a post.", "2018-09-16", "")]
    [InlineData("""<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Abc/"><div><p><a href="#">A caption with #words</a></p><p>A post shared by <a>Jane Roe</a> (@jane.roe) on <time datetime="2018-09-16T08:05:00+00:00">Sep 16, 2018</time></p></div></blockquote>""", "Jane Roe", "jane.roe", "A caption with #words", "2018-09-16T08:05+00:00", "https://www.instagram.com/p/Abc")]
    [InlineData("""<blockquote class="bluesky-embed" data-bluesky-uri="at://did/x"><p lang="en">Sky words.</p>&mdash; Jane Roe (<a href="https://bsky.app/profile/did:plc:1">@jane.bsky.social</a>) <a href="https://bsky.app/profile/did:plc:1/post/3k">September 16, 2018 at 8:05 AM</a></blockquote>""", "Jane Roe", "jane.bsky.social", "Sky words.", "2018-09-16T08:05+00:00", "https://bsky.app/profile/did:plc:1/post/3k")]
    public void Embeds_give_author_handle_words_date_and_link(string embed, string author, string handle, string text, string date, string url)
    {
        var extraction = Read.Html(Before + embed + After);
        var post = Assert.Single(extraction.Main.Posts);
        Assert.Equal((author, handle, text, date, url), (post.Author, post.Handle, post.Text, post.Date?.ToString(), post.Url));
        Assert.Equal(text, extraction.Main.Text[post.Start..post.End]);
        Assert.Equal(extraction.Main.Id, Assert.Single(extraction.Posts).EmbeddedIn);
    }

    [Theory]
    [InlineData("""<script async src="https://telegram.org/js/telegram-widget.js" data-telegram-post="channel/12"></script>""", "https://t.me/channel/12")]
    [InlineData("""<amp-twitter width="375" height="472" data-tweetid="12345"></amp-twitter>""", "https://twitter.com/i/status/12345")]
    public void An_embed_without_words_is_kept_as_a_reference(string embed, string url)
    {
        var extraction = Read.Html(Before + embed + After);
        var post = Assert.Single(extraction.Main.Posts);
        Assert.Equal((url, -1, -1), (post.Url, post.Start, post.End));
        Assert.NotNull(Assert.Single(extraction.Posts).Note);
    }

    [Fact]
    public void A_post_without_a_link_has_the_same_id_in_every_page_and_time_zone()
    {
        const string words = "These are the words of a post that several pages show, each in its own way.";
        var first = Read.Plain($"A headline\nAn article of one paragraph that has some length to it.\n{words} https://t.co/a\n— Jane Roe (@Jane_Roe) September 16, 2018\nIt ends here.");
        var second = Read.Plain($"Another headline\nAnother article of one paragraph that has some length to it.\n{words}\n— Jane Roe (@jane_roe) September 17, 2018\nIt ends there.");
        Assert.Equal(Assert.Single(first.Posts).Id, Assert.Single(second.Posts).Id);
    }

    [Fact]
    public void An_ordinary_quotation_is_no_post()
    {
        var main = Read.Html(Before + "<blockquote><p>We shall fight on, whatever they say (and they say much).</p></blockquote>" + After).Main;
        Assert.Empty(main.Posts);
        Assert.Contains("We shall fight on", main.Text, StringComparison.Ordinal);
    }
}
