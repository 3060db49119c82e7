using AngleSharp.Html.Parser;
using Monitor.Core.Dossiers;
using Monitor.Core.Model;
using Monitor.Web.Display;

namespace Monitor.Tests.Web;

public sealed class AccountPageTests(SampleSite sample) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task Every_signal_stands_on_its_side_with_value_base_rate_and_rows()
    {
        var cancel = TestContext.Current.CancellationToken;
        var dossier = (await new DossierBuilder(sample.Site.Corpus).Build(SampleRecords.NamedAccount, cancel))!;
        using var reader = sample.Site.Reader();
        var page = new HtmlParser().ParseDocument(await reader.GetStringAsync("/accounts/" + SampleRecords.NamedAccount, cancel));

        Assert.NotEmpty(dossier.Signals);
        foreach (var signal in dossier.Signals)
        {
            var side = page.QuerySelector("." + signal.Side.ToString().ToLowerInvariant())!;
            var line = side.QuerySelectorAll(".signals > li").Single(l => l.QuerySelector(".signal")!.TextContent == signal.Text);
            Assert.Contains(signal.Value, line.TextContent, StringComparison.Ordinal);
            Assert.Contains(signal.BaseRate, line.TextContent, StringComparison.Ordinal);
            Assert.Equal(signal.Rows.Count, line.QuerySelectorAll("a.row-ref").Length);
        }
    }

    [Fact]
    public async Task No_score_is_shown_to_a_reader()
    {
        using var reader = sample.Site.Reader();
        var pages = new[] { "/accounts/" + SampleRecords.NamedAccount, "/claims/" + SampleRecords.ClaimId, "/releases/sample-release" };
        foreach (var page in pages)
        {
            var html = await reader.GetStringAsync(page, TestContext.Current.CancellationToken);

            // Check-worthiness is a number with its reasons and no judgement of anybody.
            html = System.Text.RegularExpressions.Regex.Replace(html, "<section aria-labelledby=\"worthiness\">.*?</section>", "", System.Text.RegularExpressions.RegexOptions.Singleline);
            Assert.DoesNotMatch(@"\b0\.7", html);
            Assert.DoesNotContain("score", html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Kinds_of_posts_fill_the_bar_and_are_told_in_words()
    {
        var none = new LocalHours("", null, "", []);
        var kinds = PostKinds.Of(new(8, 4, 2, 1, 1, null, null, [], none, [], [], [], [], [], [], []));
        Assert.Equal("Of 8 posts: 1 original post (13 %), 2 replies (25 %), 1 quote (13 %), 4 reposts (50 %).", kinds.Summary);
        Assert.Equal([("0", "88"), ("88", "175"), ("263", "88"), ("350", "350")], kinds.Kinds.Select(k => (k.X, k.Width)));
    }

    [Fact]
    public void Hours_in_local_time_say_whose_time_it_is()
    {
        var table = Enumerable.Range(0, 7).Select(_ => (IReadOnlyList<int>)new int[24]).ToList();
        ((int[])table[0])[9] = 3;
        var map = HeatMap.Of(table, "Asia/Tehran");
        Assert.Equal("heat-local", map.Id);
        Assert.Contains("Monday 09:00 to 10:00 Asia/Tehran with 3 of 3 posts", map.Summary, StringComparison.Ordinal);
    }
}
