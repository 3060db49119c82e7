using Quartz;

namespace Monitor.Core.Pipeline.Scheduling;

/// <summary>Sends what is due.</summary>
[DisallowConcurrentExecution]
internal sealed class DeliverJob(Deliveries deliveries) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await deliveries.Run(cancellationToken);
}
