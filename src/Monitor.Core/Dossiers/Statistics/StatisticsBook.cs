using System.Globalization;
using Monitor.Core.Corpus;

namespace Monitor.Core.Dossiers.Statistics;

/// <summary>Keeps the statistics until an import changes a release; callers that come meanwhile wait for the same measuring.</summary>
internal sealed class StatisticsBook(ICorpus corpus)
{
    private readonly Lock gate = new();
    private string measuredFor = "";
    private Task<CorpusStatistics>? measuring;

    public async Task<CorpusStatistics> Current(CancellationToken cancel)
    {
        var releases = await corpus.Releases(cancel);
        var state = string.Join('|', releases.Select(r => string.Create(
            CultureInfo.InvariantCulture,
            $"{r.Id} {r.Announced} {string.Join(',', r.Versions.Select(v => $"{v.Number}:{v.Accounts}:{v.Posts}:{v.Imported.UtcTicks}"))}")));
        Task<CorpusStatistics> task;
        lock (gate)
        {
            if (measuring is null || measuring.IsFaulted || measuredFor != state)
            {
                (measuring, measuredFor) = (Task.Run(() => CorpusStatistics.Measure(corpus, CancellationToken.None), CancellationToken.None), state);
            }

            task = measuring;
        }

        return await task.WaitAsync(cancel);
    }
}
