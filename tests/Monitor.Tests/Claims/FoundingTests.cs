using Monitor.Core.Claims;
using Monitor.Core.Extraction;
using Monitor.Core.Model;

namespace Monitor.Tests.Claims;

/// <summary>The two texts that Monitor was asked for, from the file to the claims.</summary>
public sealed class FoundingTests
{
    [Fact]
    public void The_removal_of_almost_5000_accounts_is_told_with_its_counts_by_Twitter()
    {
        var found = Find("founding/almost-5000-accounts.txt", "https://example.org/almost-5000");

        foreach (var (value, unit, qualifier) in new[]
        {
            (248.0, "accounts", ""), (2865.0, "accounts", ""), (4.0, "accounts", ""), (130.0, "accounts", ""), (33.0, "accounts", ""), (30_000_000.0, "tweets", "more than"), (1.0, "TB", "more than"),
        })
        {
            var claim = Assert.Single(found.Claims, c => c.Quantities.Any(q => q.Value == value && q.Unit == unit && q.Qualifier == qualifier));
            Assert.Equal("Twitter", claim.Speaker.Name);
        }

        Assert.InRange(found.Claims.Count, 3, 5);
    }

    [Fact]
    public void The_accusation_the_tweet_and_the_refusal_are_told_apart()
    {
        var found = Find("founding/zarif-accuses-twitter.txt", "https://example.org/zarif");

        Assert.Single(found.Claims, c => c.Speaker.Name.EndsWith("government", StringComparison.Ordinal) && c.Kind == ClaimKind.Reported && c.Speaker.Country == "IR");
        var tweet = Assert.Single(found.Claims, c => c.Kind == ClaimKind.Post);
        Assert.Equal(("Javad Zarif", "JZarif", "2018-09-16"), (tweet.Speaker.Name, tweet.Speaker.Handle, tweet.Said.ToString()));
        Assert.Contains("YouAreBots", tweet.Hashtags);
        var quoted = found.Appearances.Where(a => a.ClaimId == tweet.Id && a.Kind == ClaimKind.Quote).ToList();
        Assert.Equal(2, quoted.Count);
        Assert.Equal([new WordChange("incl", "(including)")], quoted[0].Differences);
        var suspended = Assert.Single(found.Claims, c => c.Quantities.Any(q => q.Value == 284));
        Assert.Equal(("Twitter", "2018-08"), (suspended.Speaker.Name, suspended.Said.ToString()));
        var response = Assert.Single(found.Claims, c => c.Kind == ClaimKind.Response);
        Assert.Equal("Twitter", response.Speaker.Name);
        Assert.InRange(found.Claims.Count, 5, 7);
    }

    [Fact]
    public void Two_counts_of_one_platform_have_their_own_months_and_are_set_against_each_other()
    {
        const string text = "Twitter said in August that it had suspended 284 accounts with ties to Iran. In October Twitter said it had found 770 accounts that came from Iran.";
        var found = new ClaimFinder().Find(Texts.Article(text) with { Published = new DateTimeOffset(2018, 11, 5, 9, 0, 0, TimeSpan.Zero) });

        Assert.Equal(
            [("Twitter", 284.0, "accounts", "2018-08"), ("Twitter", 770.0, "accounts", "2018-10")],
            found.Claims.Select(c => (c.Speaker.Name, c.Quantities[0].Value, c.Quantities[0].Unit, c.Said.ToString()!)));
    }

    [Fact]
    public void A_page_that_quotes_Zarif_yields_claims_by_him()
    {
        var found = Find("extraction/persian_zarif/1548435131.html", "https://example.org/pt");

        Assert.Contains(found.Claims, c => c.Speaker.Name.EndsWith("Zarif", StringComparison.Ordinal));
    }

    private static FoundClaims Find(string file, string url)
    {
        Assert.SkipUnless(SharedData.Exists(file), SharedData.Why(file));
        var type = file.EndsWith(".html", StringComparison.Ordinal) ? "text/html" : "text/plain";
        var extraction = new Extractor(TimeProvider.System).Extract(new ExtractionInput(url, type, File.ReadAllBytes(SharedData.At(file)), "", SourceFacts.None));
        var found = new ClaimFinder().Find(extraction.Main);
        Assert.All(found.Appearances, a => Assert.Equal(extraction.Main.Text[a.Start..a.End], a.Text));
        return found;
    }
}
