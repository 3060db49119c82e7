using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>
/// Marks what an earlier version of a release had and the newest has not: accounts, posts and events stay, since reviews and claims lean on them, but carry the flag
/// <c>not-in-version-N</c> (<see cref="FormerRow"/>), so that nothing that was taken back looks as if it stood. The newest version must have been read as a whole: a row that it has was stored
/// under its number, and so lost the flag.
/// </summary>
internal sealed class FormerRows(ICorpus corpus, DataLocks locks)
{
    /// <summary>Records stored in one transaction.</summary>
    private const int BatchRows = 5_000;

    /// <summary>Records held at once, about 100 MB of posts; publishers take back few, but a changed mapping may change every id.</summary>
    private const int HeldRows = 100_000;

    /// <summary>Marks the records of a release that are older than its newest version.</summary>
    public async Task Mark(string releaseId, int newest, CancellationToken cancel)
    {
        var flag = FormerRow.Flag(newest);
        await Mark(
            () => corpus.AccountsIn(releaseId, cancel), a => a.Source, a => a.Flags, b => new() { Accounts = [.. b.Select(a => a with { Flags = FormerRow.With(a.Flags, newest) })] }, newest, cancel);
        await Mark(
            () => corpus.PostsIn(releaseId, cancel), p => p.Source, p => p.Flags, b => new() { Posts = [.. b.Select(p => p with { Flags = FormerRow.With(p.Flags, newest) })] }, newest, cancel);
        await Mark(
            () => corpus.StatusEventsIn(releaseId, cancel), e => e.Source, e => e.Flags, b => new() { StatusEvents = [.. b.Select(e => e with { Flags = FormerRow.With(e.Flags, newest) })] }, newest, cancel);
    }

    private async Task Mark<T>(
        Func<IAsyncEnumerable<T>> records, Func<T, RowRef> source, Func<T, IReadOnlyList<string>> flags, Func<IReadOnlyList<T>, CorpusBatch> marked, int newest, CancellationToken cancel)
    {
        List<T> former;
        do
        {
            former = await Former(records(), source, flags, FormerRow.Flag(newest), newest);
            foreach (var batch in former.Chunk(BatchRows))
            {
                await Put(marked(batch), cancel);
            }
        }
        while (former.Count == HeldRows);
    }

    /// <summary>Those that are older and not marked yet, as many as are held at once: a stream must not be read while it is written to.</summary>
    private static async Task<List<T>> Former<T>(IAsyncEnumerable<T> records, Func<T, RowRef> source, Func<T, IReadOnlyList<string>> flags, string flag, int newest)
    {
        var former = new List<T>();
        await foreach (var record in records)
        {
            if (source(record).Version < newest && !flags(record).Contains(flag))
            {
                former.Add(record);
                if (former.Count == HeldRows)
                {
                    break;
                }
            }
        }

        return former;
    }

    private async Task Put(CorpusBatch batch, CancellationToken cancel)
    {
        using var turn = await locks.CorpusTurn(cancel);
        await corpus.Put(batch, cancel);
    }
}
