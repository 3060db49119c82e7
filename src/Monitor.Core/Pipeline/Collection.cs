using Monitor.Core.Alerting;
using Monitor.Core.Definitions;
using Monitor.Core.Ledger;

namespace Monitor.Core.Pipeline;

/// <summary>Collects now: catches up with what an earlier run left, crawls definitions one after another, sends what is due.</summary>
public sealed class Collection(CatchUp catchUp, Crawl crawl, Deliveries deliveries)
{
    /// <summary>Collects.</summary>
    /// <param name="definitions">Definitions to crawl.</param>
    /// <param name="late">Told how many pages an earlier run had left.</param>
    /// <param name="ended">Told of each definition that was run.</param>
    /// <param name="progress">Told of each url.</param>
    /// <param name="cancel">Stops between two urls; the next call goes on there.</param>
    /// <returns>What became of the messages.</returns>
    public async Task<DeliveryReport> Run(
        IReadOnlyList<CrawlerDefinition> definitions, Action<int> late, Action<CrawlerDefinition, Run> ended, IProgress<CrawlStep>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentNullException.ThrowIfNull(late);
        ArgumentNullException.ThrowIfNull(ended);
        late(await catchUp.Run(progress, cancel));
        foreach (var definition in definitions)
        {
            ended(definition, await crawl.Run(definition, progress, cancel));
        }

        return await deliveries.Run(cancel) ?? new DeliveryReport(0, 0, 0);
    }
}
