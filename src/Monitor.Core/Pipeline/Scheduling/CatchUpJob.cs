using Quartz;

namespace Monitor.Core.Pipeline.Scheduling;

/// <summary>Processes pages that wait because a crash or an absent cluster kept them from the corpus, and ends what an interrupted command began.</summary>
[DisallowConcurrentExecution]
internal sealed class CatchUpJob(CatchUp catchUp) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await catchUp.Run(cancel: cancellationToken);
}
