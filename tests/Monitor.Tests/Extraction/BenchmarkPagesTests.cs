using System.Text.Json;
using System.Text.RegularExpressions;
using Monitor.Core.Model;

namespace Monitor.Tests.Extraction;

/// <summary>
/// Floors on saved pages, with the metric of the article extraction benchmark: runs of four words as multisets, precision and recall averaged over pages,
/// F1 of the two means (https://github.com/scrapinghub/article-extraction-benchmark).
/// </summary>
public sealed partial class BenchmarkPagesTests
{
    private const double Floor = 0.965;

    [Fact]
    public void Main_text_of_the_benchmark_pages_stays_above_the_floor()
    {
        const string part = "extraction/aeb";
        Assert.SkipUnless(SharedData.Exists(part), SharedData.Why(part));
        using var truth = JsonDocument.Parse(File.ReadAllText(SharedData.At($"{part}/ground-truth.json")));
        double precision = 0, recall = 0;
        var pages = 0;
        foreach (var page in truth.RootElement.EnumerateObject())
        {
            var expected = Shingles(page.Value.GetProperty("articleBody").GetString()!);
            var found = Shingles(Read.File(SharedData.At($"{part}/html/{page.Name}.html.gz")).Main.Text);
            double common = expected.Sum(e => Math.Min(e.Value, found.GetValueOrDefault(e.Key)));
            precision += found.Count == 0 ? 0 : common / found.Values.Sum();
            recall += common / expected.Values.Sum();
            pages++;
        }

        var f1 = 2 * precision * recall / ((precision + recall) * pages);
        Assert.True(f1 >= Floor, $"F1 {f1:F3} on {pages} pages is below {Floor}");
    }

    [Fact]
    public void No_paragraph_of_a_real_article_is_taken_for_advertising()
    {
        const string part = "extraction/aeb";
        Assert.SkipUnless(SharedData.Exists(part), SharedData.Why(part));
        using var truth = JsonDocument.Parse(File.ReadAllText(SharedData.At($"{part}/ground-truth.json")));
        foreach (var page in truth.RootElement.EnumerateObject())
        {
            var body = Letters(page.Value.GetProperty("articleBody").GetString()!);
            var cuts = Read.File(SharedData.At($"{part}/html/{page.Name}.html.gz")).Main.Cuts;
            Assert.DoesNotContain(cuts, c => c.Reason == CutReason.Advertising && c.Text.Length > 120 && body.Contains(Letters(c.Text), StringComparison.Ordinal));
        }
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static Dictionary<string, int> Shingles(string text)
    {
        var words = Word().Matches(text).Select(m => m.Value).ToList();
        var runs = words.Count > 3 ? Enumerable.Range(0, words.Count - 3).Select(i => string.Join(' ', words.Skip(i).Take(4))) : [string.Join(' ', words)];
        return runs.Where(r => r.Length > 0).GroupBy(r => r).ToDictionary(g => g.Key, g => g.Count());
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
