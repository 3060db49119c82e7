using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Elasticsearch;

namespace Monitor.Tests.Corpus.Elasticsearch;

/// <summary>The contract on Elasticsearch 8.7.</summary>
public sealed class Elasticsearch8Tests() : ElasticsearchCorpusTests(TestCluster.Newer);

/// <summary>The contract on Elasticsearch 7.10, which has no points in time.</summary>
public sealed class Elasticsearch7Tests() : ElasticsearchCorpusTests(TestCluster.Older);

/// <summary>What holds on every server; one corpus is emptied for each test, since making indexes takes most of a test's time.</summary>
public abstract class ElasticsearchCorpusTests(string variable) : CorpusContract, IAsyncDisposable
{
    private readonly string _prefix = TestCluster.NewPrefix();

    public async ValueTask DisposeAsync()
    {
        await TestCluster.Remove(variable, _prefix);
        GC.SuppressFinalize(this);
    }

    protected override Task<ICorpus> Open() => Task.FromResult<ICorpus>(New());

    private ElasticsearchCorpus New() => new(TestCluster.Options(variable, _prefix), TimeProvider.System);
}
