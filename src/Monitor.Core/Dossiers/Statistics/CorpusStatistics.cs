using Monitor.Core.Corpus;
using Monitor.Core.Dossiers.Activities;

namespace Monitor.Core.Dossiers.Statistics;

/// <summary>
/// What is usual among the imported accounts: made once by streaming all account rows, and the posts of a sample. Memory: some 40 bytes a distinct bio and a few
/// hundred bytes a sampled account, so about 50 MB for a million accounts.
/// </summary>
internal sealed class CorpusStatistics
{
    private readonly Dictionary<string, AccountStatistics> byRelease = [];
    private readonly Dictionary<string, IReadOnlyList<PostMeasures>> postsByRelease = [];

    private CorpusStatistics()
    {
    }

    /// <summary>All imported accounts together.</summary>
    public AccountStatistics All { get; } = new();

    /// <summary>Which accounts have the same bio.</summary>
    public BioIndex Bios { get; } = new();

    /// <summary>The accounts of one release.</summary>
    public AccountStatistics In(string release) => byRelease.GetValueOrDefault(release) ?? new();

    /// <summary>How many of the sampled accounts of a release (of all, when null) are as <paramref name="is"/> says, of those of which it can be said.</summary>
    public BaseRate Posts(string? release, Func<PostMeasures, bool> canTell, Func<PostMeasures, bool> @is)
    {
        var sample = release is null ? postsByRelease.Values.SelectMany(s => s) : postsByRelease.GetValueOrDefault(release) ?? [];
        var told = sample.Where(canTell).ToList();
        return new(told.Count(@is), told.Count);
    }

    /// <summary>Accounts whose posts were measured.</summary>
    public int Sampled => postsByRelease.Values.Sum(s => s.Count);

    /// <summary>Reads the whole corpus once.</summary>
    public static async Task<CorpusStatistics> Measure(ICorpus corpus, CancellationToken cancel)
    {
        var statistics = new CorpusStatistics();
        var releases = (await corpus.Releases(cancel)).ToDictionary(r => r.Id);
        var samples = new Dictionary<string, AccountSample>();
        var bios = new List<(string Release, (ulong, ulong) Key, bool First)>();
        var lastId = "";
        await foreach (var account in corpus.AccountsIn(null, cancel))
        {
            var id = account.Source.Release;
            var release = releases.GetValueOrDefault(id);
            if (!statistics.byRelease.TryGetValue(id, out var own))
            {
                own = statistics.byRelease[id] = new();
                samples[id] = new();
            }

            own.Add(account, release);
            samples[id].Offer(account);
            var first = account.Id != lastId; // the same account in several releases comes one behind the other and counts once among all
            lastId = account.Id;
            if (first)
            {
                statistics.All.Add(account, release);
            }

            if (statistics.Bios.Add(account) is { } key)
            {
                bios.Add((id, key, first));
            }
        }

        statistics.Join(bios);
        foreach (var (id, sample) in samples)
        {
            statistics.postsByRelease[id] = await sample.Measure(corpus, cancel);
        }

        return statistics;
    }

    /// <summary>Rates that are known only when every account was seen.</summary>
    private void Join(List<(string Release, (ulong, ulong) Key, bool First)> bios)
    {
        foreach (var (release, key, first) in bios)
        {
            byRelease[release].AddBio(Bios.Accounts(key));
            if (first)
            {
                All.AddBio(Bios.Accounts(key));
            }
        }

        foreach (var release in byRelease.Values)
        {
            release.InBursts = release.BurstRate();
        }

        All.InBursts = new(byRelease.Values.Sum(r => r.InBursts.With), byRelease.Values.Sum(r => r.InBursts.Of));
    }
}
