using Monitor.Cli;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Pipeline;

namespace Monitor.Tests;

/// <summary>Everything in a corpus as lines of text that are equal exactly when two corpora say the same. Times of capture differ from run to run and are left out.</summary>
internal static class CorpusState
{
    public static async Task<IReadOnlyList<string>> Of(string dataFolder)
    {
        await using var corpus = SqliteCorpus.Open(new DataFolder(dataFolder).Corpus);
        return await Of(corpus);
    }

    public static async Task<IReadOnlyList<string>> Of(ICorpus corpus)
    {
        var cancel = TestContext.Current.CancellationToken;
        var lines = new List<string>();
        var ids = new List<string>();
        await foreach (var document in corpus.AllDocuments(cancel))
        {
            lines.Add("document " + Output.Canonical(document with { CaptureId = "" }));
            lines.AddRange((await corpus.AppearancesIn(document.Id, cancel)).Select(a => "appearance " + Output.Canonical(a)));
            ids.Add(document.Id);
        }

        await foreach (var claim in corpus.AllClaims(cancel))
        {
            lines.Add("claim " + Output.Canonical(claim));
            ids.Add(claim.Id);
        }

        foreach (var id in ids)
        {
            lines.AddRange((await corpus.Links(id, cancel: cancel)).Select(l => "link " + Output.Canonical(l)));
        }

        foreach (var release in await corpus.Releases(cancel))
        {
            lines.Add("release " + Output.Canonical(release with { Versions = [.. release.Versions.Select(v => v with { Imported = default })] }));
        }

        await foreach (var account in corpus.AccountsIn(null, cancel))
        {
            lines.Add("account " + Output.Canonical(account));
            await foreach (var post in corpus.PostsOf(account.Id, cancel))
            {
                lines.Add("post " + Output.Canonical(post));
            }

            lines.AddRange((await corpus.StatusEvents(account.Id, cancel)).Select(e => "event " + Output.Canonical(e)));
        }

        lines.AddRange((await corpus.Counts(cancel)).OrderBy(c => c.Key).Select(c => $"count {c.Key} {c.Value}"));
        return [.. lines.Distinct().Order(StringComparer.Ordinal)];
    }
}
