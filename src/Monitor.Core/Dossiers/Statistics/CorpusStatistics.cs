using System.Collections.Concurrent;
using Monitor.Core.Corpus;
using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Dossiers.Bios;
using Monitor.Core.Dossiers.Signals;
using Monitor.Core.Dossiers.Together;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Statistics;

/// <summary>
/// What is usual among the imported accounts: made once by streaming all account rows, and the posts of a sample of each release. Memory: 16 bytes an account, some 400
/// bytes a distinct bio and a few hundred bytes a sampled account; about 50 MB for a hundred thousand accounts.
/// </summary>
internal sealed class CorpusStatistics
{
    private readonly Dictionary<string, AccountStatistics> byRelease = [];
    private readonly Dictionary<string, SampleRates> samples = [];
    private readonly HashSet<ulong> ids = [];
    private readonly ConcurrentDictionary<(string Fact, string? Release), BaseRate> postRates = [];
    private readonly Dictionary<string, Dictionary<string, int>> mainClients = [];

    private CorpusStatistics()
    {
    }

    /// <summary>All imported accounts together.</summary>
    public AccountStatistics All { get; } = new();

    /// <summary>Which accounts have the same or nearly the same bio.</summary>
    public BioIndex Bios { get; } = new();

    /// <summary>The accounts of one release.</summary>
    public AccountStatistics In(string release) => byRelease.GetValueOrDefault(release) ?? new();

    /// <summary>True for an account of any imported release.</summary>
    public bool IsImported(string accountId) => ids.Contains(TextKey.Hash(accountId));

    /// <summary>Accounts with posts enough for an outcome that were measured.</summary>
    public int Sampled => samples.Values.Sum(s => s.Posts.Count(m => m.Posts >= OutcomeRule.LeastPosts));

    /// <summary>How many of the sampled accounts of a release (of all, when null) are as a fact says, of those of which it can be told.</summary>
    public BaseRate Posts(string? release, PostFact fact) => postRates.GetOrAdd((fact.Name, release), _ =>
    {
        var told = Samples(release).SelectMany(s => s.Posts).Where(fact.CanTell).ToList();
        return new(told.Count(fact.Is), told.Count);
    });

    /// <summary>How many of the sampled accounts whose posts were searched for have it so.</summary>
    public BaseRate Joint(string? release, Func<JointPosts, bool> canTell, Func<JointPosts, bool> @is)
    {
        var told = Samples(release).SelectMany(s => s.Joint).Where(canTell).ToList();
        return new(told.Count(@is), told.Count);
    }

    /// <summary>How many of the sampled accounts are named by an earlier document, of those that were looked for.</summary>
    public BaseRate Named(string? release) => Sum(Samples(release).Select(s => s.Named));

    /// <summary>How many of the sampled accounts were reinstated, of those with a dated suspension.</summary>
    public BaseRate Reinstated(string? release) => Sum(Samples(release).Select(s => s.Reinstated));

    /// <summary>How many of the sampled accounts have this client as a main one, of those whose clients are known.</summary>
    public BaseRate Client(string? release, string client) => new(
        mainClients.Where(r => release is null || r.Key == release).Sum(r => r.Value.GetValueOrDefault(client)),
        Samples(release).Sum(s => s.Posts.Count(m => m.Clients.Known >= PostFact.LeastForShares)));

    /// <summary>Reads the whole corpus once.</summary>
    public static async Task<CorpusStatistics> Measure(ICorpus corpus, CancellationToken cancel)
    {
        var statistics = new CorpusStatistics();
        var releases = (await corpus.Releases(cancel)).ToDictionary(r => r.Id);
        var chosen = new Dictionary<string, AccountSample>();
        var lastId = "";
        await foreach (var account in corpus.AccountsIn(null, cancel))
        {
            statistics.Add(account, releases.GetValueOrDefault(account.Source.Release), account.Id != lastId); // the same account in several releases comes one behind the other
            lastId = account.Id;
            (chosen.TryGetValue(account.Source.Release, out var sample) ? sample : chosen[account.Source.Release] = new()).Offer(account);
        }

        statistics.Freeze();
        var measurer = new SampleMeasurer(corpus, statistics.IsImported);
        foreach (var (id, sample) in chosen)
        {
            statistics.AddSample(id, await measurer.Measure(sample, releases.GetValueOrDefault(id), cancel));
        }

        return statistics;
    }

    private static BaseRate Sum(IEnumerable<BaseRate> rates) => rates.Aggregate(default(BaseRate), (a, b) => new(a.With + b.With, a.Of + b.Of));

    private SampleRates[] Samples(string? release) =>
        release is null ? [.. samples.Values] : samples.TryGetValue(release, out var own) ? [own] : [];

    private void Add(Account account, Release? release, bool first)
    {
        var own = byRelease.TryGetValue(account.Source.Release, out var known) ? known : byRelease[account.Source.Release] = new();
        var told = AccountStatistics.Tell(account, release);
        own.Add(account, told);
        own.Handles.Add(account);
        Bios.Add(account);
        if (first)
        {
            All.Add(account, told);
            ids.Add(TextKey.Hash(account.Id));
        }
    }

    private void Freeze()
    {
        Bios.Freeze();
        foreach (var release in byRelease.Values)
        {
            release.Freeze();
        }

        All.InBursts = Sum(byRelease.Values.Select(r => r.InBursts));
        All.InSeries = Sum(byRelease.Values.Select(r => r.InSeries));
    }

    private void AddSample(string release, SampleRates rates)
    {
        samples[release] = rates;
        var clients = mainClients[release] = [];
        foreach (var client in rates.Posts.Where(m => m.Clients.Known >= PostFact.LeastForShares).SelectMany(m => m.Clients.Main))
        {
            clients[client] = clients.GetValueOrDefault(client) + 1;
        }
    }
}
