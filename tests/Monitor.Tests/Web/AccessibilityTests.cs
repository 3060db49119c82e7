using Microsoft.Playwright;

namespace Monitor.Tests.Web;

/// <summary>WCAG 2.2 AA where axe-core does not look: reflow, keyboard, headings, direction, paper and life without script, in Chromium.</summary>
public sealed class AccessibilityTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>Every page with something on it, and those that mistakes lead to.</summary>
    internal static IEnumerable<string> Pages =>
    [
        .. AccessTable.Rows.Where(r => r.Route.StartsWith("GET /", StringComparison.Ordinal) && !r.Route.Contains("/api/", StringComparison.Ordinal) && r.Address != AccessTable.StyleSheet).Select(r => r.Address),
        "/?q=accounts", "/?q=speaker%3A%22zarif", "/claims/unknown", "/documents/d00000000000000000000002", "/accounts/" + Uri.EscapeDataString(SampleRecords.HashedAccount),
    ];

    [Fact]
    public async Task No_page_is_wider_than_a_narrow_screen()
    {
        // WCAG 2.2, 1.4.10: content reflows at 320 CSS pixels; tables scroll in a region of their own.
        var page = await chromium.Open(320);
        var wide = new List<string>();
        foreach (var address in Pages)
        {
            await page.GotoAsync(address);
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (width > 320)
            {
                wide.Add($"{address}: {width} px");
            }
        }

        Assert.True(wide.Count == 0, string.Join("\n", wide));
    }

    [Fact]
    public async Task Every_stop_of_the_keyboard_is_seen()
    {
        var page = await chromium.Open(1280);
        foreach (var address in new[] { "/claims/" + SampleRecords.ClaimId, "/people", "/me", "/searches" })
        {
            await page.GotoAsync(address);
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("Skip to the content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
            for (var stop = 0; stop < 60; stop++)
            {
                var unseen = await page.EvaluateAsync<string?>(
                    """
                    () => {
                      const e = document.activeElement;
                      if (!e || e === document.body) return null;
                      const style = getComputedStyle(e), box = e.getBoundingClientRect();
                      return style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 || box.width < 1 || box.height < 1 ? e.outerHTML.slice(0, 200) : null;
                    }
                    """);
                Assert.True(unseen is null, $"{address}, stop {stop}: {unseen}");
                await page.Keyboard.PressAsync("Tab");
            }
        }
    }

    [Fact]
    public async Task Headings_have_an_order_and_every_page_its_landmarks_and_title()
    {
        var page = await chromium.Open(1280);
        var titles = new List<string>();
        foreach (var address in Pages)
        {
            await page.GotoAsync(address);
            var levels = await page.EvaluateAsync<int[]>("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))");
            Assert.True(levels is [1, ..] && levels.Count(l => l == 1) == 1, $"{address} begins with the headings {string.Join(",", levels)}");
            Assert.True(levels.Zip(levels.Skip(1)).All(p => p.Second <= p.First + 1), $"{address} leaves out a level: {string.Join(",", levels)}");
            Assert.Equal(1, await page.Locator("main").CountAsync());
            Assert.EndsWith("Monitor", await page.TitleAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Persian_reads_from_right_to_left()
    {
        var page = await chromium.Open(1280);
        await page.GotoAsync("/documents/d00000000000000000000002");

        Assert.Equal("rtl", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('h1')).direction"));
    }

    [Fact]
    public async Task On_paper_there_is_no_navigation()
    {
        var page = await chromium.Open(1280);
        await page.GotoAsync("/claims/" + SampleRecords.ClaimId);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await page.Locator("nav[aria-label=Site]").IsVisibleAsync());
        Assert.False(await page.Locator("form.account").IsVisibleAsync());
        Assert.True(await page.Locator("h1").IsVisibleAsync());
    }

    [Fact]
    public async Task Logging_in_giving_a_verdict_and_logging_out_need_no_script()
    {
        var page = await chromium.Open(1280, scripts: false);
        await page.Context.ClearCookiesAsync();
        var claim = "/claims/" + SampleRecords.ClaimId;
        await page.GotoAsync(claim);
        await page.FillAsync("#name", "Sample Reviewer");
        await page.FillAsync("#password", Team.Password);
        await page.ClickAsync("main button[type=submit]");
        Assert.EndsWith(claim, page.Url, StringComparison.Ordinal);

        var before = chromium.Team.Site.Ledger.Reviews.All().Count;
        await page.CheckAsync("#review-form input[name='Form.Verdict'] >> nth=0");
        await page.FillAsync("#note", "Sample note");
        await page.ClickAsync("#review-form button[type=submit]");
        var review = chromium.Team.Site.Ledger.Reviews.All()[before];
        Assert.Equal(("Sample Reviewer", "Sample note"), (review.Reviewer, review.Note));

        await page.ClickAsync("form.account button");
        Assert.EndsWith("/login", page.Url, StringComparison.Ordinal);
    }
}
