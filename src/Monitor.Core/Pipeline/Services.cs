using Microsoft.Extensions.DependencyInjection;
using Monitor.Core.Alerting;
using Monitor.Core.Alerting.Channels;
using Monitor.Core.Alerting.Messages;
using Monitor.Core.Archives;
using Monitor.Core.Capturing;
using Monitor.Core.Claims;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Elasticsearch;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Discovery;
using Monitor.Core.Dossiers;
using Monitor.Core.Dossiers.Coordination;
using Monitor.Core.Dossiers.Hashtags;
using Monitor.Core.Dossiers.Releases;
using Monitor.Core.Evidence;
using Monitor.Core.Exports;
using Monitor.Core.Extraction;
using Monitor.Core.Linking;
using Monitor.Core.Linking.SameClaims;
using Monitor.Core.Pipeline.Scheduling;
using Monitor.Core.Reviews;
using Monitor.Core.Reviews.Sampling;
using Quartz;

namespace Monitor.Core.Pipeline;

/// <summary>Puts the rooms together.</summary>
public static class Services
{
    /// <summary>Everything of the core, each part made once and only when it is first asked for.</summary>
    public static IServiceCollection AddMonitor(this IServiceCollection services, DataFolder data, MonitorOptions options, DefinitionBook definitions) => services
        .AddSingleton(data)
        .AddSingleton(options)
        .AddSingleton(options.Mail)
        .AddSingleton(options.Reviews)
        .AddSingleton(options.Capturing)
        .AddSingleton(TimeProvider.System)
        .AddSingleton(definitions)
        .AddSingleton(s => Ledger.Ledger.Open(data.Ledger, s.GetRequiredService<TimeProvider>()))
        .AddSingleton<ICorpus>(s => options.Corpus.Engine == CorpusOptions.Elasticsearch
            ? new ElasticsearchCorpus(options.Corpus.Cluster, s.GetRequiredService<TimeProvider>()) : SqliteCorpus.Open(data.Corpus))
        .AddSingleton<CorpusEngine>()
        .AddSingleton<CorpusMove>()
        .AddSingleton<CorpusOutage>()
        .AddSingleton(_ => new EvidenceStore(data.Evidence))
        .AddSingleton(s => new ReleaseStore(data.Releases, s.GetRequiredService<TimeProvider>()))
        .AddSingleton<Capturer>()
        .AddSingleton<Discoverer>()
        .AddSingleton<FeedReader>()
        .AddSingleton<Extractor>()
        .AddSingleton<ClaimFinder>()
        .AddSingleton(_ => new ArchiveReader())
        .AddSingleton<ClaimLinker>()
        .AddSingleton<ClaimStories>()
        .AddSingleton<EarlierChecks>()
        .AddSingleton<DossierBuilder>()
        .AddSingleton(s => new CoordinationBook(s.GetRequiredService<ICorpus>(), data.Coordination))
        .AddSingleton<HashtagBuilder>()
        .AddSingleton<ReleaseFactsBook>()
        .AddSingleton<Exporter>()
        .AddSingleton<VerdictIndex>()
        .AddSingleton(s => new ReviewDesk(s.GetRequiredService<ICorpus>(), s.GetRequiredService<Ledger.Ledger>(), options.Reviews) { Recorded = s.GetRequiredService<VerdictIndex>().Put })
        .AddSingleton<SampleDesk>()
        .AddSingleton<BlindDesk>()
        .AddSingleton<PublicationDesk>()
        .AddSingleton<EvidenceWatch>()
        .AddSingleton<ClaimReviewFeed>()
        .AddSingleton<AlertMatcher>()
        .AddSingleton<MessageMaker>()
        .AddSingleton<DigestCollector>()
        .AddSingleton(s => new WebhookChannel(PublicAddress.Is, s.GetRequiredService<TimeProvider>()))
        .AddSingleton<IAlertChannel>(_ => options.Mail.Host.Length > 0 ? new SmtpChannel(options.Mail) : new FolderChannel(data.Outbox))
        .AddSingleton<Deliverer>()
        .AddSingleton<Deliveries>()
        .AddSingleton<CaptureProcessor>()
        .AddSingleton<DataLocks>()
        .AddSingleton<Crawl>()
        .AddSingleton<Backlog>()
        .AddSingleton<CatchUp>()
        .AddSingleton<Collection>()
        .AddSingleton<Catalogue>()
        .AddSingleton<ReleaseImport>()
        .AddSingleton<Relink>()
        .AddSingleton<Rebuild>();

    /// <summary>The scheduler: one job a definition at its schedule; deliveries, catching up and measuring every minute.</summary>
    public static IServiceCollection AddMonitorScheduler(this IServiceCollection services) => services
        .AddQuartz()
        .AddQuartzHostedService(o => o.WaitForJobsToComplete = true)
        .AddHostedService<SchedulePlanner>();
}
