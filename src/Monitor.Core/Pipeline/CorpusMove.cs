using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Elasticsearch;
using Monitor.Core.Corpus.Sqlite;

namespace Monitor.Core.Pipeline;

/// <summary>What a move copied.</summary>
/// <param name="Posts">Posts.</param>
/// <param name="Accounts">Accounts.</param>
/// <param name="Documents">Documents.</param>
/// <param name="Claims">Claims.</param>
public sealed record MoveReport(long Posts, long Accounts, long Documents, long Claims);

/// <summary>
/// Moves the corpus of one machine to a cluster while Monitor runs: copies it into indexes that nobody sees yet, then, in the turn at the corpus, once more what pages bring, and
/// puts the new indexes in the place of what was there at one stroke. Until then the old corpus answers; from then on pages wait for a process whose settings name the cluster.
/// A move that was interrupted begins anew and leaves nothing behind.
/// </summary>
public sealed class CorpusMove(DataFolder data, MonitorOptions options, Ledger.Ledger ledger, CorpusEngine engine, DataLocks locks, TimeProvider time)
{
    /// <summary>Moves the corpus.</summary>
    /// <exception cref="IOException">An import or a rebuild is under way, or the cluster is away.</exception>
    /// <exception cref="InvalidOperationException">There is nothing to move, or it was moved before.</exception>
    public async Task<MoveReport> Run(IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        using var alone = locks.Importing();
        if (engine.InUse == CorpusOptions.Elasticsearch)
        {
            throw new InvalidOperationException("The corpus is in the cluster already; \"monitor rebuild\" makes it again there, from the evidence.");
        }

        if (!File.Exists(data.Corpus))
        {
            throw new InvalidOperationException($"There is no corpus in '{Path.GetFullPath(data.Root)}' that could be moved.");
        }

        await using var from = SqliteCorpus.Open(data.Corpus);
        await using var inUse = new ElasticsearchCorpus(options.Corpus.Cluster, time);
        progress?.Report(await inUse.Health(cancel));
        await using var to = await inUse.Beside(cancel);
        var copy = new CorpusCopy(from, to, progress);
        await copy.Releases(cancel);
        await copy.Pages(cancel);
        using var turn = await locks.CorpusTurn(cancel);
        progress?.Report("once more what came in meanwhile");
        await copy.Pages(cancel);
        await new VerdictIndex(to, ledger).PutAll(cancel);
        await to.TakeOver(cancel);
        engine.Take(CorpusOptions.Elasticsearch);
        var counts = await inUse.Counts(cancel);
        return new(counts[RecordKind.Post], counts[RecordKind.Account], counts[RecordKind.Document], counts[RecordKind.Claim]);
    }
}
