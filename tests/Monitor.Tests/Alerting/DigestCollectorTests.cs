using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Tests.Alerting;

public sealed class DigestCollectorTests : IAsyncDisposable
{
    private readonly AlertDesk _desk = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_claim_is_told_with_its_marks_its_outlets_what_differs_and_the_releases()
    {
        await Put("c1", "The port closed 284 berths in the old basin on Monday", "2026-01-01T00:00:00Z", "wire");
        await Put("c2", "The port closed 770 berths in the old basin on Monday", "2026-01-02T00:00:00Z", "post", "wire");
        await _desk.Corpus.Put(
            new CorpusBatch
            {
                Releases = [new Release("sample", "Sample release", "twitter")],
                Links =
                [
                    new("l1", LinkKind.Claim, "c2", "c1", .9, [Because("same-claim")]),
                    new("l2", LinkKind.Release, "c2", "sample", .5, [Because("publisher-words")]),
                ],
            },
            Cancel);

        var item = Assert.Single((await _desk.Digests.Collect(AlertDesk.Search("s", "berths"), DeliveryKind.Matches, ["c2"], Cancel)).Items);

        Assert.Equal("berths", item.Text[item.Marks[0].Start..item.Marks[0].End]);
        Assert.Equal(2, item.Outlets);
        Assert.Equal("Page in post", item.First!.Title);
        Assert.Equal([new WordChange("284", "770")], item.Differs);
        Assert.Equal(["Sample release"], item.Releases);
        Assert.Equal("https://monitor.example/claims/c2", item.Link);
    }

    [Fact]
    public async Task Nearly_the_same_is_folded_and_nothing_is_lost_in_the_count()
    {
        for (var i = 0; i < 250; i++)
        {
            await _desk.WithClaim($"c{i:000}", i % 2 == 0 ? $"The harbour office counted many boats in the old basin again {(i % 4 == 0 ? "today" : "now")}" : $"Statement number word{i} other{i} third{i} fourth{i} fifth{i}");
        }

        var digest = await _desk.Digests.Collect(AlertDesk.Search("s"), DeliveryKind.Matches, [.. Enumerable.Range(0, 250).Select(i => $"c{i:000}"), "c-gone"], Cancel);

        Assert.Equal(40, digest.Items.Count);
        Assert.Equal(99, digest.Items[0].Folded);
        Assert.Equal(251, digest.Items.Sum(i => 1 + i.Folded) + digest.More + digest.Gone);
    }

    [Fact]
    public async Task What_is_no_longer_there_is_counted()
    {
        var digest = await _desk.Digests.Collect(AlertDesk.Search("s"), DeliveryKind.Matches, ["c-gone", "d-gone", "twitter:gone"], Cancel);

        Assert.Empty(digest.Items);
        Assert.Equal(3, digest.Gone);
    }

    private static Reason Because(string feature) => new(feature, "a", "b", .5, "A sample reason.", null);

    private async Task Put(string claim, string words, string published, params string[] sites)
    {
        var time = ManualTime.At(published).Now;
        var documents = sites.Select((s, i) => new Document($"d-{claim}-{s}", DocumentKind.Article, $"https://{s}.example/{claim}", words) { Title = $"Page in {s}", Site = s, Published = time.AddHours(i) }).ToList();
        await _desk.Corpus.Put(
            new CorpusBatch
            {
                Documents = documents,
                Claims = [new Claim(claim, words, ClaimKind.Quote, new Speaker("Harbour master")) { Language = "en" }],
                Appearances = [.. documents.Select(d => new Appearance($"a-{d.Id}", claim, d.Id, 0, words.Length, words, ClaimKind.Quote, "") { Published = d.Published })],
            },
            Cancel);
    }
}
