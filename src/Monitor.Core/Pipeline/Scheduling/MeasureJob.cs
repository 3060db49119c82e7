using Monitor.Core.Dossiers;
using Quartz;

namespace Monitor.Core.Pipeline.Scheduling;

/// <summary>Measures what dossiers compare with, after a start and after an import, so that no reader waits for it; does nothing while it is known.</summary>
[DisallowConcurrentExecution]
internal sealed class MeasureJob(DossierBuilder dossiers) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await dossiers.Prepare(cancellationToken);
}
