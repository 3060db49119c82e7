using Monitor.Core.Corpus.Elasticsearch;

namespace Monitor.Core.Pipeline;

/// <summary>Where the corpus lies.</summary>
public sealed class CorpusOptions
{
    /// <summary>The embedded engine.</summary>
    internal const string Sqlite = "sqlite";

    /// <summary>The cluster.</summary>
    internal const string Elasticsearch = "elasticsearch";

    /// <summary>The engine: <c>sqlite</c>, a file in the data folder, or <c>elasticsearch</c>, a cluster of Elasticsearch 7.10 to 9 or OpenSearch 2 to 3.</summary>
    public string Engine { get; set; } = Sqlite;

    /// <summary>The cluster; its addresses are needed when it is the engine, or what a rebuild moves to.</summary>
    public ElasticsearchOptions Cluster { get; set; } = new();

    /// <summary>True when the engine is one that there is.</summary>
    public bool Known => Engine is Sqlite or Elasticsearch;
}
