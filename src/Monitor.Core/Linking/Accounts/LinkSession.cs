using System.Collections.Concurrent;
using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Linking.Accounts;

/// <summary>
/// What several claims ask of the corpus alike, read once while it does not change: the releases, the accounts that name a group, counts, status events. One session serves one
/// claim, or all claims that are linked anew after an import. May be used by several threads.
/// </summary>
internal sealed class LinkSession(ICorpus corpus, IReadOnlyList<Release> releases)
{
    /// <summary>Accounts kept in memory, about 2 KB each; beyond, they are read again.</summary>
    private const int MostKept = 100_000;

    private readonly ConcurrentDictionary<string, Candidate> candidates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Group, string Release, int Sample), IReadOnlyList<Candidate>> groups = [];
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<StatusEvent>> events = new(StringComparer.Ordinal);

    public ICorpus Corpus => corpus;

    public IReadOnlyList<Release> Releases => releases;

    public static async Task<LinkSession> Open(ICorpus corpus, CancellationToken cancel) => new(corpus, await corpus.Releases(cancel).ConfigureAwait(false));

    public Candidate Candidate(Account account)
    {
        if (candidates.Count > MostKept)
        {
            candidates.Clear();
        }

        return candidates.GetOrAdd(account.Key, _ => new Candidate(account));
    }

    /// <summary>Accounts of a release that name a group, by key; all, or those of a sample.</summary>
    public async Task<IReadOnlyList<Candidate>> Group(string group, string release, int sample, CancellationToken cancel)
    {
        if (groups.TryGetValue((group, release, sample), out var known))
        {
            return known;
        }

        var found = await corpus.AccountsMarked([[AccountMarker.Group(group, release, sample)]], int.MaxValue, cancel).ConfigureAwait(false);
        IReadOnlyList<Candidate> read = [.. found.Select(Candidate)];
        return groups.Count > 2_000 ? read : groups.GetOrAdd((group, release, sample), read);
    }

    /// <summary>How many accounts carry a counted mark.</summary>
    public async Task<long> Count(string mark, CancellationToken cancel)
    {
        if (!counts.TryGetValue(mark, out var count))
        {
            count = (await corpus.MarkCounts([mark], cancel).ConfigureAwait(false)).GetValueOrDefault(mark);
            counts[mark] = count;
        }

        return count;
    }

    public async Task<IReadOnlyList<StatusEvent>> Events(string accountId, CancellationToken cancel)
    {
        if (!events.TryGetValue(accountId, out var found))
        {
            found = await corpus.StatusEvents(accountId, cancel).ConfigureAwait(false);
            if (events.Count < MostKept)
            {
                events[accountId] = found;
            }
        }

        return found;
    }
}
