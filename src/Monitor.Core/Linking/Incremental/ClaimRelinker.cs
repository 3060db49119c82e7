using System.Collections.Concurrent;
using Monitor.Core.Corpus;
using Monitor.Core.Linking.Accounts;
using Monitor.Core.Linking.Scoring;
using Monitor.Core.Model;

namespace Monitor.Core.Linking.Incremental;

/// <summary>A claim whose links may have changed.</summary>
internal sealed record DueClaim(Claim Claim, ClaimFacts Facts, IReadOnlyList<StatedCount> Context);

/// <summary>
/// Says which claims an import bears on and links those anew, to releases and accounts; links to other claims stay as they are, since they do not rest on releases. The
/// end is the same as if every claim were linked from scratch.
/// </summary>
internal sealed class ClaimRelinker
{
    private readonly LinkSession session;
    private readonly ConcurrentDictionary<string, DueClaim> claims = new(StringComparer.Ordinal);

    private ClaimRelinker(LinkSession session) => this.session = session;

    /// <summary>Claims of the corpus when it was read.</summary>
    public int Claims => claims.Count;

    /// <summary>Reads every claim of the corpus.</summary>
    public static async Task<ClaimRelinker> Open(ICorpus corpus, CancellationToken cancel)
    {
        var relinker = new ClaimRelinker(await LinkSession.Open(corpus, cancel).ConfigureAwait(false));
        var beside = new ConcurrentDictionary<string, (ClaimFacts Facts, Claim Claim, IReadOnlyList<string> Beside)>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(corpus.AllClaims(cancel), cancel, async (claim, stop) =>
        {
            var appearances = await corpus.AppearancesOf(claim.Id, stop).ConfigureAwait(false);
            var facts = ClaimFacts.Of(claim, ClaimLinker.FirstPublished(appearances));
            beside[claim.Id] = (facts, claim, await ClaimLinker.Beside(corpus, claim.Id, appearances, stop).ConfigureAwait(false));
        }).ConfigureAwait(false);
        foreach (var (id, (facts, claim, ids)) in beside)
        {
            relinker.claims[id] = new(claim, facts, [.. ids.SelectMany(i => beside.TryGetValue(i, out var other) ? other.Facts.Counts : [])]);
        }

        return relinker;
    }

    /// <summary>Claims that the releases bear on now, or bore on when links were last made; by id.</summary>
    public async Task<IReadOnlyList<DueClaim>> Due(IReadOnlyList<string> releases, CancellationToken cancel)
    {
        var due = new SortedSet<string>(StringComparer.Ordinal);
        var changed = session.Releases.Where(r => releases.Contains(r.Id)).ToList();
        foreach (var release in releases)
        {
            due.UnionWith((await session.Corpus.Links(release, LinkKind.Release, cancel).ConfigureAwait(false)).Select(l => l.From));
        }

        // A claim that fits no imported release is compared with those of its platform; it may have been until now.
        var platforms = changed.Select(r => r.Platform).ToHashSet(StringComparer.Ordinal);
        Parallel.ForEach(claims.Values, c =>
        {
            var fits = ClaimLinker.ToReleases(LinkKind.Release, c.Claim.Id, c.Facts, c.Context, session.Releases, changed).Count > 0;
            if (fits || (c.Facts.Groups.Count > 0 && c.Facts.Platforms.Any(platforms.Contains)))
            {
                lock (due)
                {
                    due.Add(c.Claim.Id);
                }
            }
        });
        var index = new ClaimIndex();
        foreach (var claim in claims.Values)
        {
            index.Add(claim.Claim.Id, claim.Facts);
        }

        foreach (var release in changed)
        {
            await AddByAccounts(release, index, due, cancel).ConfigureAwait(false);
        }

        return [.. due.Select(id => claims.GetValueOrDefault(id)).OfType<DueClaim>()];
    }

    /// <summary>Every claim, by id.</summary>
    public IReadOnlyList<DueClaim> All() => [.. claims.Values.OrderBy(c => c.Claim.Id, StringComparer.Ordinal)];

    /// <summary>The links of a claim to releases and accounts, made anew.</summary>
    public async Task<IReadOnlyList<Link>> Links(DueClaim due, CancellationToken cancel)
    {
        var (releases, accounts) = await ClaimLinker.ToArchives(session, due.Claim.Id, due.Facts, due.Context, cancel).ConfigureAwait(false);
        return [.. releases, .. accounts.Links];
    }

    /// <summary>The links of a document to releases made anew; null when the changed releases bear on it neither now nor before.</summary>
    public IReadOnlyList<Link>? Links(Document document, IReadOnlyList<Claim> made, IReadOnlySet<string> linkedBefore, IReadOnlyList<string>? changed)
    {
        var facts = ClaimFacts.Of(document, made);
        var only = changed is null || linkedBefore.Contains(document.Id) ? null : session.Releases.Where(r => changed.Contains(r.Id)).ToList();
        return only is not null && ClaimLinker.ToReleases(LinkKind.Document, document.Id, facts, [], session.Releases, only).Count == 0
            ? null
            : ClaimLinker.ToReleases(LinkKind.Document, document.Id, facts, [], session.Releases);
    }

    private async Task AddByAccounts(Release release, ClaimIndex index, SortedSet<string> due, CancellationToken cancel)
    {
        await Parallel.ForEachAsync(session.Corpus.AccountsIn(release.Id, cancel), cancel, async (account, stop) =>
        {
            // Links that the account has from other releases rest on its best showing, renames and status, which may all be new.
            var found = index.Of(session.Candidate(account)).Concat((await session.Corpus.Links(account.Id, LinkKind.Account, stop).ConfigureAwait(false)).Select(l => l.From)).ToList();
            foreach (var rename in await session.Events(account.Id, stop).ConfigureAwait(false))
            {
                if (rename.Rename is { } handles)
                {
                    found.AddRange([.. index.WithHandle(handles.Old), .. index.WithHandle(handles.New)]);
                }
            }

            if (found.Count > 0)
            {
                lock (due)
                {
                    due.UnionWith(found);
                }
            }
        }).ConfigureAwait(false);
        if (release.Versions is [.., { Posts: > 0 }])
        {
            await Parallel.ForEachAsync(session.Corpus.PostsIn(release.Id, cancel), cancel, (post, _) =>
            {
                var found = index.Of(post).ToList();
                if (found.Count > 0)
                {
                    lock (due)
                    {
                        due.UnionWith(found);
                    }
                }

                return ValueTask.CompletedTask;
            }).ConfigureAwait(false);
        }
    }
}
