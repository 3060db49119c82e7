using Quartz;

namespace Monitor.Core.Pipeline.Scheduling;

/// <summary>Processes pages that wait because a crash or an absent cluster kept them from the corpus.</summary>
[DisallowConcurrentExecution]
internal sealed class CatchUpJob(CatchUp catchUp, DefinitionBook definitions) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await catchUp.Run(definitions.Crawlers, cancel: cancellationToken);
}
