namespace Monitor.Core.Pipeline;

/// <summary>
/// Which engine holds the corpus, by the ledger: a process whose settings name another one must not write, or part of the corpus would stand here and part there. It collects all the
/// same, its pages wait for a process with the right settings. The embedded engine needs no entry.
/// </summary>
public sealed class CorpusEngine(Ledger.Ledger ledger, MonitorOptions options)
{
    private const string Work = "corpus-engine";

    /// <summary>The engine that holds what was collected so far; null when there is nothing yet.</summary>
    internal string? InUse => ledger.Unfinished.Phase(Work) ?? (ledger.Captures.Any() || ledger.Imports.Any() ? CorpusOptions.Sqlite : null);

    /// <summary>What is to be done when the settings name another engine than the one in use; null when all is well. The first to ask on a new folder decides for its own.</summary>
    public string? Elsewhere()
    {
        var (mine, used) = (options.Corpus.Engine, ledger.Unfinished.Phase(Work));
        if (used == mine || (used is null && mine == CorpusOptions.Sqlite))
        {
            return null;
        }

        if (InUse is null)
        {
            Take(mine);
            return null;
        }

        return used == CorpusOptions.Elasticsearch
            ? "the corpus was moved to the cluster: set corpus:engine to elasticsearch and start Monitor again, or make a corpus here with \"monitor rebuild\""
            : "the corpus is still in the data folder: move it with \"monitor rebuild --to elasticsearch\", or set corpus:engine to sqlite";
    }

    /// <summary>Says that an engine holds the corpus from now on; in the turn at the corpus.</summary>
    internal void Take(string engine) => ledger.Unfinished.Set(Work, engine);

    /// <summary>The engine of this process holds the corpus from now on.</summary>
    internal void TakeMine()
    {
        if (ledger.Unfinished.Phase(Work) is { } used && used != options.Corpus.Engine || options.Corpus.Engine != CorpusOptions.Sqlite)
        {
            Take(options.Corpus.Engine);
        }
    }
}
