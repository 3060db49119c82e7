using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Monitor.Tests.Web;

/// <summary>axe-core's rules for WCAG 2.2 AA over every page, in Chromium.</summary>
public sealed class AxeTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>Pages that hold every kind of part between them, for the looks that take long.</summary>
    private static readonly string[] Various =
        ["/", "/?q=accounts", "/claims/" + SampleRecords.ClaimId, "/accounts/" + Uri.EscapeDataString(SampleRecords.HashedAccount), "/crawlers", "/reviews", "/searches", "/samples/" + SampleRecords.SampleId, "/people", "/me"];

    [Theory]
    [InlineData(1280, ColorScheme.Light, true)]
    [InlineData(1280, ColorScheme.Dark, false)]
    [InlineData(360, ColorScheme.Light, false)]
    public async Task Axe_finds_nothing(int width, ColorScheme scheme, bool everywhere)
    {
        var page = await chromium.Open(width, scheme);
        var found = new List<string>();
        foreach (var address in everywhere ? AccessibilityTests.Pages : Various)
        {
            await page.GotoAsync(address);
            var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] }, ResultTypes = [ResultType.Violations] });
            Assert.NotEmpty(result.Passes);
            found.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{address}: {v.Id}: {n.Html[..Math.Min(n.Html.Length, 160)]}")));
        }

        Assert.True(found.Count == 0, string.Join("\n", found));
    }
}
