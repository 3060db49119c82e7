using Microsoft.Extensions.Hosting;
using Monitor.Core.Definitions;
using Quartz;

namespace Monitor.Core.Pipeline.Scheduling;

/// <summary>Plans the jobs when the server starts. First runs are spread over the first minutes, so that a start does not ask every source at once.</summary>
internal sealed class SchedulePlanner(ISchedulerFactory schedulers, DefinitionBook definitions, Ledger.Ledger ledger, TimeProvider time) : IHostedService
{
    private static readonly TimeSpan Housekeeping = TimeSpan.FromMinutes(1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await Every<DeliverJob>(scheduler, "deliver", cancellationToken);
        await Every<CatchUpJob>(scheduler, "catch-up", cancellationToken);
        await Every<MeasureJob>(scheduler, "measure", cancellationToken);
        var latest = ledger.Runs.LatestByCrawler();
        foreach (var (definition, place) in definitions.Crawlers.Select((d, i) => (d, i)))
        {
            var job = JobBuilder.Create<CrawlJob>().WithIdentity(definition.Id).UsingJobData(CrawlJob.CrawlerKey, definition.Id).Build();
            await scheduler.ScheduleJob(job, Trigger(definition, latest.GetValueOrDefault(definition.Id)?.Started, place), cancellationToken: cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task Every<T>(IScheduler scheduler, string name, CancellationToken cancel)
        where T : IJob =>
        await scheduler.ScheduleJob(
            JobBuilder.Create<T>().WithIdentity(name).Build(),
            TriggerBuilder.Create().StartNow().WithSimpleSchedule(s => s.WithInterval(Housekeeping).RepeatForever()).Build(),
            cancellationToken: cancel);

    private ITrigger Trigger(CrawlerDefinition definition, DateTimeOffset? last, int place)
    {
        var schedule = Schedule.Parse(definition.Schedule);
        var trigger = TriggerBuilder.Create();
        if (schedule.Cron is { } cron)
        {
            return trigger.WithCronSchedule(cron, c => c.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
        }

        // A restart must not ask a source earlier than its rhythm says.
        var soon = time.GetUtcNow() + TimeSpan.FromSeconds(10 + (5 * place));
        var due = last is { } l && l + schedule.Every!.Value > soon ? l + schedule.Every.Value : soon;
        return trigger.StartAt(due).WithSimpleSchedule(s => s.WithInterval(schedule.Every!.Value).RepeatForever()).Build();
    }
}
