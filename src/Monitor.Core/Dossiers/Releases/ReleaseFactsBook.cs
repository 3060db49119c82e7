using System.Globalization;
using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Releases;

/// <summary>
/// Keeps the facts of each release until an import changes it. They are counted in the background when they are first asked for, one release at a time: a million
/// posts take longer than a page may, and counting at import would have to be done again for every file of a version. Nothing is written, so nothing can be stale
/// after a rebuild; a new process counts anew. Memory: some 100 KB a release. Safe for use from several threads.
/// </summary>
public sealed class ReleaseFactsBook(ICorpus corpus) : IAsyncDisposable
{
    /// <summary>Posts up to which a caller waits for all, under two seconds of counting.</summary>
    public const long Small = 100_000;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource stop = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>The facts of a release as far as they are counted; null when there is no such release.</summary>
    /// <param name="releaseId">Release id.</param>
    /// <param name="patience">How long to wait for what is being counted; small releases are waited for to the end. Infinite waits for all.</param>
    /// <param name="cancel">Ends the waiting, not the counting.</param>
    public async Task<ReleaseFacts?> Current(string releaseId, TimeSpan patience, CancellationToken cancel = default)
    {
        if (await corpus.Release(releaseId, cancel) is not { } release)
        {
            return null;
        }

        if (release.Versions is not [.., var version])
        {
            return new(release, null, null, 0, null);
        }

        var entry = EntryOf(release);
        var all = Task.WhenAll(entry.Accounts, entry.Posts);
        await Task.WhenAny(all, Task.Delay(version.Posts + version.Accounts <= Small ? Timeout.InfiniteTimeSpan : patience, cancel));
        cancel.ThrowIfCancellationRequested();
        return new(release, Result(entry.Accounts), Result(entry.Posts), entry.Counted, (entry.Accounts.Exception ?? entry.Posts.Exception)?.InnerException?.Message);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        List<Task> running;
        lock (gate)
        {
            running = [.. entries.Values.SelectMany(e => new Task[] { e.Accounts, e.Posts })];
        }

        await Task.WhenAll(running).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        stop.Dispose();
        turn.Dispose();
    }

    private static T? Result<T>(Task<T> task)
        where T : class => task.IsCompletedSuccessfully ? task.Result : null;

    private Entry EntryOf(Release release)
    {
        var state = string.Join(',', release.Versions.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Number}:{v.Accounts}:{v.Posts}:{v.Imported.UtcTicks}:{v.Files.Count}")));
        lock (gate)
        {
            if (!entries.TryGetValue(release.Id, out var entry) || entry.State != state || entry.Accounts.IsFaulted || entry.Posts.IsFaulted)
            {
                entries[release.Id] = entry = new Entry(state);
                entry.Accounts = Task.Run(() => CountAccounts(release.Id), stop.Token);
                entry.Posts = Task.Run(() => CountPosts(release.Id, entry), stop.Token);
            }

            return entry;
        }
    }

    private async Task<AccountFacts> CountAccounts(string release)
    {
        var tally = new AccountTally();
        await foreach (var account in corpus.AccountsIn(release, stop.Token))
        {
            tally.Add(account);
        }

        return await tally.ToFacts(corpus.AccountsIn(release, stop.Token));
    }

    private async Task<PostFacts> CountPosts(string release, Entry entry)
    {
        await turn.WaitAsync(stop.Token);
        try
        {
            var tally = new PostTally();
            await foreach (var post in corpus.PostsIn(release, stop.Token))
            {
                tally.Add(post);
                entry.Counted++;
            }

            return tally.ToFacts();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What is counted of one release.</summary>
    private sealed class Entry(string state)
    {
        private long counted;

        public string State => state;

        public Task<AccountFacts> Accounts { get; set; } = null!;

        public Task<PostFacts> Posts { get; set; } = null!;

        /// <summary>Written by one thread, read by others.</summary>
        public long Counted
        {
            get => Volatile.Read(ref counted);
            set => Volatile.Write(ref counted, value);
        }
    }
}
