using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Linking;
using Monitor.Core.Linking.SameClaims;
using Monitor.Core.Model;

namespace Monitor.Tests.Linking.SameClaims;

/// <summary>Stories over a real corpus file, linked as the pipeline does.</summary>
public sealed class ClaimStoriesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("monitor-stories").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_wording_has_the_same_story_with_its_drift_and_corrections()
    {
        await using var corpus = SqliteCorpus.Open(Path.Combine(folder, "corpus.db"));
        Claim[] claims =
        [
            SameClaimTests.Claim("c1", "Chirper has closed the accounts of real Ruritanians, incl teachers & students", "Mina Karimi", PartialDate.Day(2018, 9, 16)) with { Kind = ClaimKind.Post },
            SameClaimTests.Claim("c2", "Chirper has closed the accounts of real Ruritanians, including teachers & students", "Karimi", PartialDate.Day(2018, 9, 16)),
            SameClaimTests.Claim("c3", "Chirper has closed the accounts of real Ruritanians, including students", "Mina Karimi"),
            SameClaimTests.Claim("c4", "The harvest in the north was the best in years, farmers said", "Tomas Veda"),
        ];
        await Put(corpus, claims);
        var stories = new ClaimStories(corpus);
        foreach (var claim in claims.Take(3))
        {
            var story = await stories.Of(claim, Cancel);
            Assert.Equal("c1", story.Lead.Id);
            Assert.Equal(["c1", "c2", "c3"], story.Wordings.Select(w => w.Claim.Id));
            Assert.Equal([new("incl", "including")], story.Wordings[1].Changes);
            var correction = Assert.Single(story.Corrections);
            Assert.Equal(("d3", "Correction: an earlier version named another ministry."), (correction.DocumentId, correction.Text));
        }

        Assert.Equal(["c4"], (await stories.Of(claims[3], Cancel)).Wordings.Select(w => w.Claim.Id));
    }

    [Fact]
    public async Task Numbers_of_claims_near_it_are_set_beside_in_order_of_time()
    {
        await using var corpus = SqliteCorpus.Open(Path.Combine(folder, "corpus.db"));
        Claim[] claims =
        [
            Count("c1", "Chirper suspended 284 accounts with ties to Ruritania for manipulation", 284, new PartialDate(new(2018, 8, 1, 0, 0, 0, TimeSpan.Zero), DatePrecision.Month)),
            Count("c2", "Chirper suspended 770 accounts with ties to Ruritania for manipulation", 770, new PartialDate(new(2018, 10, 1, 0, 0, 0, TimeSpan.Zero), DatePrecision.Month)),
        ];
        await Put(corpus, claims);
        var story = await new ClaimStories(corpus).Of(claims[1], Cancel);
        Assert.Single(story.Wordings);
        Assert.Equal([(284d, "2018-08", true), (770d, "2018-10", false)], story.Numbers.Select(n => (n.Quantity.Value, n.When.ToString()!, n.Near)));
    }

    private static Claim Count(string id, string text, double value, PartialDate said) =>
        SameClaimTests.Claim(id, text, "Chirper", said) with { Quantities = [new(value, "accounts", "with ties to Ruritania", "", "")] };

    private static async Task Put(SqliteCorpus corpus, Claim[] claims)
    {
        var documents = claims.Select((c, i) => new Document($"d{i + 1}", DocumentKind.Article, $"https://sample.example/{i + 1}", c.Text + (i == 2 ? "\nCorrection: an earlier version named another ministry." : ""))
        {
            Published = new DateTimeOffset(2018, 9, 17 + i, 8, 0, 0, TimeSpan.Zero),
        }).ToList();
        var appearances = claims.Select((c, i) => new Appearance($"a{i + 1}", c.Id, documents[i].Id, 0, c.Text.Length, c.Text, c.Kind, "") { Published = documents[i].Published }).ToList();
        await corpus.Put(new CorpusBatch { Documents = documents, Claims = claims, Appearances = appearances }, Cancel);
        foreach (var claim in claims)
        {
            await corpus.Put(new CorpusBatch { Links = (await new ClaimLinker(corpus).Link(claim, Cancel)).Links, ReplaceLinksFrom = [claim.Id] }, Cancel);
        }
    }
}
