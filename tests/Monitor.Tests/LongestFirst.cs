using Monitor.Tests;
using Monitor.Tests.Cli;
using Monitor.Tests.Corpus.Elasticsearch;
using Monitor.Tests.Pipeline;
using Monitor.Tests.Web;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Monitor.Tests;

/// <summary>The classes that take longest begin first, so that no core idles at the end while one of them is still at work.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        .. new[]
        {
            typeof(ThreeNodesTests), typeof(AxeTests), typeof(Elasticsearch8Tests), typeof(CrawlCrashTests), typeof(Elasticsearch7Tests),
            typeof(FaultTests), typeof(CommandLineTests), typeof(RelinkCrashTests), typeof(CorpusMoveTests), typeof(ImportPropertiesTests), typeof(AccessibilityTests),
        }.Select(t => t.FullName!),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Array.FindIndex(Long, n => c.TestCollectionDisplayName.Contains(n + " ", StringComparison.Ordinal)) is >= 0 and var place ? place : Long.Length)];
}
