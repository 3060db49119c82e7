using System.Text.Json;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Tests.Demo;

/// <summary>What the demo finds, held against the ground truth that its author wrote beside the sample pages.</summary>
public sealed class DemoTests(DemoRun run) : IClassFixture<DemoRun>
{
    /// <summary>Share of the expected claims that must be found with kind and speaker; the rooms of claims grow, this floor with them.</summary>
    private const double RecallFloor = 0.95;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public void A_second_run_changes_nothing()
    {
        run.Require();
        Assert.NotEmpty(run.FirstState);
        Assert.Equal(run.FirstState, run.SecondState);
        Assert.Contains("Alerts: 0 mails written", run.SecondOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_founding_claim_is_one_claim_of_Javad_Zarif_with_all_its_appearances()
    {
        run.Require();
        await using var corpus = run.OpenCorpus();
        var page = await corpus.Search(new SearchRequest(QueryParser.Parse("\"real Iranians\" speaker:zarif").Tree!, [SearchKind.Claims]), TestContext.Current.CancellationToken);
        var found = new List<Claim>();
        foreach (var hit in page.Hits)
        {
            found.Add((await corpus.Claim(hit.Id, TestContext.Current.CancellationToken))!);
        }

        var claim = Assert.Single(found, c => c.Kind == ClaimKind.Post);
        Assert.Contains("Twitter has shuttered accounts of real Iranians, incl TV presenters & students", claim.Text, StringComparison.Ordinal);
        Assert.Equal(("Javad Zarif", "JZarif", "2018-09-16"), (claim.Speaker.Name, claim.Speaker.Handle, claim.Said.ToString()));
        var appearances = await corpus.AppearancesOf(claim.Id, TestContext.Current.CancellationToken);
        Assert.True(appearances.Select(a => a.DocumentId).Distinct().Count() >= 2);
        Assert.Contains(appearances, a => a.Differences.Any(d => d.Before.Contains("incl", StringComparison.Ordinal) || d.After.Contains("including", StringComparison.Ordinal)));
        var groups = (await corpus.Links(claim.Id, LinkKind.Account, TestContext.Current.CancellationToken)).SelectMany(l => l.Groups).ToHashSet();
        Assert.Contains("student", groups);
        Assert.Contains(await corpus.Links(claim.Id, LinkKind.Release, TestContext.Current.CancellationToken), l => l.Target == "twitter-iran-2018-10");
    }

    [Fact]
    public async Task Most_expected_claims_are_found_with_kind_and_speaker()
    {
        run.Require();
        await using var corpus = run.OpenCorpus();
        var missing = new List<string>();
        var expected = File.ReadLines(InBundle("expected.jsonl")).Select(l => JsonSerializer.Deserialize<Expected>(l, Web)!).ToList();
        foreach (var e in expected)
        {
            if (!await Found(corpus, e))
            {
                missing.Add($"{e.Page}: {e.Kind} by {e.Speaker}: {e.ContainsText}");
            }
        }

        var recall = 1 - ((double)missing.Count / expected.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{expected.Count - missing.Count} of {expected.Count} found; missing:\n{string.Join('\n', missing)}");
        Assert.True(recall >= RecallFloor, $"recall {recall:0.00}; missing:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public async Task Navigation_adverts_related_links_and_closed_pages_stay_outside()
    {
        run.Require();
        await using var corpus = run.OpenCorpus();
        var wrong = new List<string>();
        foreach (var absent in File.ReadLines(InBundle("absent.jsonl")).Select(l => JsonSerializer.Deserialize<Absent>(l, Web)!))
        {
            if (await corpus.Document(IdOf(absent.Page), TestContext.Current.CancellationToken) is { } document && document.Text.Contains(absent.AbsentText, StringComparison.Ordinal))
            {
                wrong.Add($"{absent.Page}: {absent.AbsentText} ({absent.Why})");
            }
        }

        Assert.Empty(wrong);
        Assert.Null(await corpus.Document(IdOf("harbour-dispatch/private/subscriber-briefing.html"), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(run.FirstState, l => l.Contains("violet lighthouse seventeen", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_hashtag_of_the_claim_and_a_sample_of_the_release_are_told_by_their_commands()
    {
        run.Require();
        var hashtag = await MonitorProcess.Run("hashtag", "#YouAreBots", "--json", "--data", run.Data);
        using var dossier = JsonDocument.Parse(hashtag.Output);
        Assert.Equal(0, hashtag.Code);
        Assert.True(dossier.RootElement.GetProperty("uses").GetInt64() > 0);

        var drawn = await MonitorProcess.Run("sample", "--release", "sample-release", "--size", "5", "--seed", "7", "--json", "--data", run.Data);
        using var sample = JsonDocument.Parse(drawn.Output);
        Assert.Equal(5, sample.RootElement.GetProperty("plan").GetProperty("chosen").GetArrayLength());
        var listed = await MonitorProcess.Run("sample", "list", "--data", run.Data);
        Assert.Contains(sample.RootElement.GetProperty("plan").GetProperty("id").GetString()!, listed.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await MonitorProcess.Run("sample", "--release", "sample-release", "--data", run.Data)).Code);
        Assert.Equal(2, (await MonitorProcess.Run("hashtag", "you are bots", "--data", run.Data)).Code);
    }

    [Fact]
    public void Each_saved_search_has_one_mail()
    {
        run.Require();
        var mails = Directory.EnumerateFiles(Path.Combine(run.Data, "outbox"), "*.eml").Select(File.ReadAllText).ToList();

        Assert.Equal(2, mails.Count);
        Assert.All(mails, m => Assert.Contains("Message-ID: <", m, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<bool> Found(SqliteCorpus corpus, Expected expected)
    {
        foreach (var appearance in await corpus.AppearancesIn(IdOf(expected.Page), TestContext.Current.CancellationToken))
        {
            var claim = (await corpus.Claim(appearance.ClaimId, TestContext.Current.CancellationToken))!;
            var words = Words(expected.ContainsText);
            if ((Words(appearance.Text).Contains(words, StringComparison.Ordinal) || words.Contains(Words(appearance.Text), StringComparison.Ordinal))
                && string.Equals(appearance.Kind.ToString(), expected.Kind, StringComparison.OrdinalIgnoreCase)
                && (expected.Speaker is null || Words(claim.Speaker.Name + " " + appearance.SpeakerText).Contains(Words(expected.Speaker), StringComparison.Ordinal))
                && (expected.Handle is null || claim.Speaker.Handle == expected.Handle)
                && (expected.Said is null || claim.Said?.ToString().StartsWith(expected.Said, StringComparison.Ordinal) == true))
            {
                return true;
            }
        }

        return false;
    }

    private static string Words(string text) => Analyzer.Fold(text).Trim();

    private static string IdOf(string page) => Ids.Document(CanonicalUrl.Of($"http://127.0.0.1:5099/{page}"));

    private static string InBundle(string file) => Path.Combine(AppContext.BaseDirectory, "Demo", "site", file);

    private sealed record Expected(string Page, string ContainsText, string Kind, string? Speaker, string? Handle, string? Said);

    private sealed record Absent(string Page, string AbsentText, string Why);
}
