using Monitor.Core.Alerting;
using Quartz;

namespace Monitor.Core.Pipeline.Scheduling;

/// <summary>Sends what is due.</summary>
[DisallowConcurrentExecution]
internal sealed class DeliverJob(Deliverer deliverer) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await deliverer.Run(cancellationToken);
}
