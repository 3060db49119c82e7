using Monitor.Core.Model;

namespace Monitor.Tests.Extraction;

/// <summary>The two texts with which it began.</summary>
public sealed class FoundingTextTests
{
    private const string Part = "founding";

    [Fact]
    public void Advert_credit_and_teasers_are_cut_and_the_tweet_is_found()
    {
        Assert.SkipUnless(SharedData.Exists(Part), SharedData.Why(Part));
        var page = Read.File(SharedData.At("founding/zarif-accuses-twitter.txt"));
        var main = page.Main;

        Assert.StartsWith("Iranian Foreign Minister", main.Title, StringComparison.Ordinal);
        Assert.Equal(2, main.Cuts.Count(c => c.Reason == CutReason.Advertising));
        Assert.Equal(1, main.Cuts.Count(c => c.Reason == CutReason.Caption));
        Assert.Equal(2, main.Cuts.Count(c => c.Reason == CutReason.RelatedLinks));
        Assert.EndsWith("Twitter declined to comment.", main.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("vCard", main.Text, StringComparison.Ordinal);

        var post = Assert.Single(main.Posts);
        Assert.Equal(("Javad Zarif", "JZarif", "2018-09-16"), (post.Author, post.Handle, post.Date?.ToString()));
        Assert.Equal(["YouAreBots"], post.Hashtags);
        Assert.Equal(post.Text, main.Text[post.Start..post.End]);

        var document = Assert.Single(page.Posts);
        Assert.Equal(DocumentKind.Post, document.Kind);
        Assert.Equal(post.DocumentId, document.Id);
        Assert.Equal(main.Id, document.EmbeddedIn);
    }

    [Fact]
    public void Navigation_and_the_mobile_footer_are_told_apart_from_the_article()
    {
        Assert.SkipUnless(SharedData.Exists(Part), SharedData.Why(Part));
        var main = Read.File(SharedData.At("founding/almost-5000-accounts.txt")).Main;

        Assert.StartsWith("Twitter Purges", main.Title, StringComparison.Ordinal);
        Assert.Contains(main.Cuts, c => c.Reason == CutReason.Navigation && c.Text.StartsWith("Home News", StringComparison.Ordinal));
        Assert.Contains(main.Cuts, c => c.Reason == CutReason.Chrome && c.Text.StartsWith("Exit mobile", StringComparison.Ordinal));
        Assert.Equal(2, main.Cuts.Count);
        Assert.StartsWith("Twitter also suspended 248", main.Text, StringComparison.Ordinal);
        Assert.Contains("\nData archive\n", main.Text, StringComparison.Ordinal);
        Assert.EndsWith("sanctions on the country.", main.Text, StringComparison.Ordinal);
    }
}
