using Microsoft.Extensions.Logging;
using Quartz;

namespace Monitor.Core.Pipeline.Scheduling;

/// <summary>Runs one definition, unless its source backs off.</summary>
[DisallowConcurrentExecution]
internal sealed class CrawlJob(Crawl crawl, DefinitionBook definitions, Ledger.Ledger ledger, TimeProvider time, ILogger<CrawlJob> log) : IJob
{
    public const string CrawlerKey = "crawler";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var id = context.MergedJobDataMap.GetString(CrawlerKey)!;
        if (definitions.Crawlers.FirstOrDefault(c => c.Id == id) is not { } definition)
        {
            return;
        }

        if (ledger.BackOff.Of(id) is { } backOff && backOff.NotBefore > time.GetUtcNow())
        {
            log.LogInformation("{Crawler} backs off until {NotBefore:u} after {Failures} failures", id, backOff.NotBefore, backOff.Failures);
            return;
        }

        var run = await crawl.Run(definition, cancel: cancellationToken);
        log.LogInformation("{Crawler}: {State}; {Found} found, {Captured} captured, {Failed} failed", id, run.State, run.Found, run.Captured, run.Failed);
    }
}
