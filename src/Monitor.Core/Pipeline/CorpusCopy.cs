using System.Globalization;
using Monitor.Core.Corpus;
using Monitor.Core.Linking.Accounts;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>Copies a corpus into another one of any engine. Puts change nothing that is there in the same words, so a copy may be repeated to bring it up to date.</summary>
internal sealed class CorpusCopy(ICorpus from, ICorpus to, IProgress<string>? progress)
{
    /// <summary>Records of releases stored in one put.</summary>
    private const int RecordsTogether = 5_000;

    /// <summary>Documents stored in one put, each with its text.</summary>
    private const int DocumentsTogether = 200;

    /// <summary>What imports bring: releases, accounts with their marks and events, posts.</summary>
    public async Task Releases(CancellationToken cancel)
    {
        await to.Put(new() { Releases = await from.Releases(cancel) }, cancel);
        await InBatches("accounts", from.AccountsIn(null, cancel), RecordsTogether, async accounts =>
        {
            var events = new List<StatusEvent>();
            foreach (var id in accounts.Select(a => a.Id).Distinct(StringComparer.Ordinal))
            {
                events.AddRange(await from.StatusEvents(id, cancel));
            }

            return new() { Accounts = accounts, AccountMarks = [.. accounts.AsParallel().AsOrdered().Select(AccountMarker.Of)], StatusEvents = events };
        }, cancel);
        await InBatches("posts", from.PostsIn(null, cancel), RecordsTogether, posts => Task.FromResult(new CorpusBatch { Posts = posts }), cancel);
    }

    /// <summary>What pages and links bring: claims, documents with their appearances, links, and what links were made from.</summary>
    public async Task Pages(CancellationToken cancel)
    {
        await to.Put(new() { Releases = await from.Releases(cancel) }, cancel);
        await InBatches("claims", from.AllClaims(cancel), DocumentsTogether, async claims =>
            new() { Claims = claims, Links = await Links(claims.Select(c => c.Id), cancel), ReplaceLinksFrom = [.. claims.Select(c => c.Id)] }, cancel);
        await InBatches("documents", from.AllDocuments(cancel), DocumentsTogether, async documents =>
        {
            var (appearances, claims) = (new List<Appearance>(), new Dictionary<string, Claim>(StringComparer.Ordinal));
            foreach (var document in documents)
            {
                appearances.AddRange(await from.AppearancesIn(document.Id, cancel));
            }

            // A page that came in meanwhile may have brought claims behind those that were read above.
            foreach (var id in appearances.Select(a => a.ClaimId).Distinct(StringComparer.Ordinal))
            {
                if (await from.Claim(id, cancel) is { } claim)
                {
                    claims[id] = claim;
                }
            }

            return new()
            {
                Documents = documents,
                Appearances = [.. appearances.Where(a => claims.ContainsKey(a.ClaimId))],
                Claims = [.. claims.Values],
                Links = await Links(documents.Select(d => d.Id), cancel),
                ReplaceLinksFrom = [.. documents.Select(d => d.Id)],
            };
        }, cancel);
        await to.Put(new() { LinkInputs = [.. (await from.LinkInputs(cancel)).Select(i => new LinkInput(i.Key, i.Value))] }, cancel);
    }

    private async Task<IReadOnlyList<Link>> Links(IEnumerable<string> ids, CancellationToken cancel)
    {
        var links = new List<Link>();
        foreach (var id in ids)
        {
            links.AddRange((await from.Links(id, null, cancel)).Where(l => l.From == id));
        }

        return links;
    }

    private async Task InBatches<T>(string what, IAsyncEnumerable<T> records, int together, Func<IReadOnlyList<T>, Task<CorpusBatch>> batch, CancellationToken cancel)
    {
        var (some, count) = (new List<T>(), 0L);
        await foreach (var record in records.WithCancellation(cancel))
        {
            some.Add(record);
            if (some.Count == together)
            {
                await Put();
            }
        }

        await Put();

        async Task Put()
        {
            if (some.Count > 0)
            {
                await to.Put(await batch(some), cancel);
                count += some.Count;
                progress?.Report(string.Create(CultureInfo.InvariantCulture, $"{count} {what}"));
                some = [];
            }
        }
    }
}
