using AngleSharp.Html.Parser;
using Monitor.Core.Dossiers;

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
            Assert.DoesNotContain("0.7", html, StringComparison.Ordinal);
            Assert.DoesNotContain("score", html, StringComparison.OrdinalIgnoreCase);
        }
    }
}
