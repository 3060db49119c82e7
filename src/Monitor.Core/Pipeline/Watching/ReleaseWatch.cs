using Monitor.Core.Alerting;
using Monitor.Core.Archives;
using Monitor.Core.Corpus;
using Monitor.Core.Evidence;
using Monitor.Core.Model;
using Monitor.Core.Reviews;

namespace Monitor.Core.Pipeline.Watching;

/// <summary>
/// Finds what a release changes for those who follow a claim or an account: new accounts, suspensions taken back, candidate accounts for a claim, rows that a verdict rests on. A search is
/// told of what came in after it was saved: the time that counts is that at which the release's files were kept, so that reading them again tells nothing new.
/// </summary>
internal sealed class ReleaseWatch(ICorpus corpus, Ledger.Ledger ledger, AlertMatcher matcher, TimeProvider time)
{
    /// <summary>True when somebody follows what a batch of rows may bring.</summary>
    public bool IsWanted => matcher.Wants(SavedSearchKinds.Accounts) || matcher.Wants(SavedSearchKinds.Evidence);

    /// <summary>Ids among these that the release had in an earlier version: they are no news. To be asked before the batch is stored.</summary>
    public async Task<IReadOnlySet<string>> Known(string release, int version, IEnumerable<string> accounts, CancellationToken cancel)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in version > 1 ? accounts.Distinct(StringComparer.Ordinal) : [])
        {
            if ((await corpus.Accounts(id, cancel)).Any(a => a.Source.Release == release && a.Source.Version < version))
            {
                known.Add(id);
            }
        }

        return known;
    }

    /// <summary>Events among these that no earlier version of the release had. To be asked before the batch is stored.</summary>
    public async Task<IReadOnlyList<StatusEvent>> New(IEnumerable<StatusEvent> reinstated, CancellationToken cancel)
    {
        var fresh = new List<StatusEvent>();
        foreach (var happened in reinstated)
        {
            var known = await corpus.StatusEvents(happened.AccountId, cancel);
            if (!known.Any(k => k.Kind == happened.Kind && k.Time == happened.Time && k.Source.Release == happened.Source.Release && k.Source.Version < happened.Source.Version))
            {
                fresh.Add(happened);
            }
        }

        return fresh;
    }

    /// <summary>Records what a stored batch is matched by.</summary>
    public async Task Tell(IReadOnlyList<Account> accounts, IReadOnlyList<StatusEvent> reinstated, DateTimeOffset kept, CancellationToken cancel)
    {
        var matches = new List<AlertMatch>(matcher.Match(accounts, kept));
        var changes = new List<EvidenceEvent>();
        foreach (var happened in reinstated)
        {
            var change = EvidenceEvent.Of(EvidenceChange.Reinstated, happened.AccountId, SavedSearchKinds.Accounts, time.GetUtcNow(), happened.Time?.ToString() ?? "") with
            {
                Other = happened.Source.Release,
                Source = EvidenceReference.Of(happened.Source),
            };
            var found = matcher.Match(change, accounts: await corpus.Accounts(happened.AccountId, cancel), came: kept);
            if (found.Count > 0)
            {
                changes.Add(change);
                matches.AddRange(found);
            }
        }

        Record(matches, changes);
    }

    /// <summary>Records that claims get new candidate accounts from releases that came in. To be called before their links are stored.</summary>
    public async Task Candidates(IReadOnlyList<string> claims, IReadOnlyList<Link> links, IReadOnlyList<string> releases, CancellationToken cancel)
    {
        if (releases.Count == 0 || !matcher.Wants(SavedSearchKinds.Evidence))
        {
            return;
        }

        var (matches, changes) = (new List<AlertMatch>(), new List<EvidenceEvent>());
        foreach (var id in claims)
        {
            var before = (await corpus.Links(id, LinkKind.Account, cancel)).Select(l => l.Target).ToHashSet(StringComparer.Ordinal);
            var news = links.Where(l => l.Kind == LinkKind.Account && l.From == id && !before.Contains(l.Target)).ToList();
            foreach (var release in releases)
            {
                var count = news.Count(l => l.Reasons.Any(r => r.Source?.Release == release));
                if (count == 0 || await corpus.Claim(id, cancel) is not { } claim)
                {
                    continue;
                }

                var version = await corpus.Release(release, cancel) is { Versions: [.., var newest] } ? newest.Number : 0;
                var change = EvidenceEvent.Of(EvidenceChange.Candidates, id, SavedSearchKinds.Claims, time.GetUtcNow(), release, version.ToString(System.Globalization.CultureInfo.InvariantCulture)) with
                {
                    Other = release,
                    Count = count,
                };
                var found = matcher.Match(change, [claim]);
                if (found.Count > 0)
                {
                    changes.Add(change);
                    matches.AddRange(found);
                }
            }
        }

        Record(matches, changes);
    }

    /// <summary>
    /// Records that rows on which verdicts rest are other ones in a new version, or are gone. The old row is read again from the kept file of its version, so that an interrupted import,
    /// and one that overwrote the account long before its end, finds the same.
    /// </summary>
    public async Task Rows(Release release, KeptRelease kept, ReleaseStore store, ArchiveReader archives, CancellationToken cancel)
    {
        if (!matcher.Wants(SavedSearchKinds.Evidence))
        {
            return;
        }

        var rows = new List<(Review Review, RowRef Row)>();
        foreach (var review in ledger.Reviews.All())
        {
            rows.AddRange(review.Evidence.Where(e => e.Kind == "row").Select(e => EvidenceReference.Row(e.Reference)).OfType<RowRef>()
                .Where(r => r.Release == release.Id && r.Version < kept.Version).Distinct().Select(r => (review, r)));
        }

        var (matches, changes) = (new List<AlertMatch>(), new List<EvidenceEvent>());
        foreach (var version in rows.GroupBy(r => r.Row.Version))
        {
            if (store.Get(release.Id, version.Key) is not { } old)
            {
                continue;
            }

            var reader = archives.For(old);
            foreach (var table in version.GroupBy(r => r.Row.File))
            {
                if (old.Files.SelectMany(f => reader.FindIn(f).Files).FirstOrDefault(t => t.Name == table.Key) is not { } file)
                {
                    continue;
                }

                var wanted = table.ToLookup(r => r.Row.Line);
                foreach (var row in reader.Read(release, version.Key, file, 0, null).TakeWhile(r => r.Source.Line <= table.Max(t => t.Row.Line)).Where(r => wanted.Contains(r.Source.Line)))
                {
                    if (await Difference(row, kept.Version, cancel) is { } words)
                    {
                        foreach (var (review, place) in wanted[row.Source.Line])
                        {
                            await Add(review, place, words);
                        }
                    }
                }
            }
        }

        Record(matches, changes);

        async Task Add(Review review, RowRef place, IReadOnlyList<WordChange> words)
        {
            var claim = await corpus.Claim(review.Subject, cancel);
            var sequence = review.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var change = EvidenceEvent.Of(
                EvidenceChange.RowChanged, review.Subject, claim is null ? SavedSearchKinds.Accounts : SavedSearchKinds.Claims, time.GetUtcNow(), sequence, EvidenceReference.Of(place),
                kept.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)) with
            {
                Other = sequence,
                Changes = words,
                Source = $"{EvidenceReference.Of(place)} → {release.Id}/{kept.Version}",
            };
            var found = matcher.Match(change, claim is null ? [] : [claim], accounts: claim is null ? await corpus.Accounts(review.Subject, cancel) : [], came: kept.Kept);
            if (found.Count > 0)
            {
                changes.Add(change);
                matches.AddRange(found);
            }
        }
    }

    /// <summary>How the record of a row differs in the newest version; null when it is the same, or no account or post.</summary>
    private async Task<IReadOnlyList<WordChange>?> Difference(ArchiveRow row, int newest, CancellationToken cancel)
    {
        if (row is AccountRow { Account: var account })
        {
            var now = (await corpus.Accounts(account.Id, cancel)).FirstOrDefault(a => a.Source.Release == account.Source.Release);
            return now is null || now.Source.Version < newest ? [new(Words(account), "")] : Words(now) == Words(account) ? null : [.. Fields(account).Zip(Fields(now)).Where(f => f.First != f.Second).Select(f => new WordChange(f.First, f.Second))];
        }

        if (row is PostRow { Post: var post })
        {
            var now = await corpus.Post(post.Id, cancel);
            return now is null || (now.Source.Release == post.Source.Release && now.Source.Version < newest) ? [new(post.Text, "")] : now.Text == post.Text ? null : [new(post.Text, now.Text)];
        }

        return null;
    }

    private static string Words(Account account) => string.Join(" · ", Fields(account).Where(f => f.Length > 0));

    private static IReadOnlyList<string> Fields(Account a) =>
    [
        a.Name, a.Handle.Length > 0 ? "@" + a.Handle : "", a.Bio, a.Location, a.Url, Number("followers", a.Followers), Number("following", a.Following), a.Created?.ToString() ?? "", a.Language,
    ];

    private static string Number(string of, long? count) => count is { } c ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{c} {of}") : "";

    private void Record(IReadOnlyList<AlertMatch> matches, IReadOnlyList<EvidenceEvent> changes) =>
        ledger.Outbox.Record(null, [.. matches.Select(m => (m.Search, m.Item, m.Kind))], changes);
}
