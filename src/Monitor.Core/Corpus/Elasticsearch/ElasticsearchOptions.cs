namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>Where the cluster is and how it is talked to.</summary>
public sealed class ElasticsearchOptions
{
    /// <summary>Addresses of its nodes, such as <c>https://search-1:9200</c>; any of them is asked, one that fails is left alone for a while.</summary>
    public IReadOnlyList<string> Urls { get; set; } = [];

    /// <summary>What the names of Monitor's indexes begin with, so that several installations can share a cluster: lower-case letters, digits and hyphens.</summary>
    public string Prefix { get; set; } = "monitor";

    /// <summary>User for basic authentication.</summary>
    public string User { get; set; } = "";

    /// <summary>Password of the user.</summary>
    public string Password { get; set; } = "";

    /// <summary>API key as Elasticsearch shows it (Base64 of id and key); wins over user and password.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>SHA-256 fingerprint, in hexadecimal, of the authority that signed the nodes' certificates; empty to trust what the system trusts.</summary>
    public string CaFingerprint { get; set; } = "";

    /// <summary>Primary shards of a new index of documents, claims, accounts or posts; the small kinds have one. Copies follow the cluster: none on one node, one on more.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>Longest wait for one answer, in seconds; a connection that is silent for longer is given up.</summary>
    public double TimeoutSeconds { get; set; } = 30;

    /// <summary>How long, in seconds, a request that finds nobody or a busy cluster is tried again before it fails.</summary>
    public double PatienceSeconds { get; set; } = 30;

    /// <summary>Largest bulk request, in MiB. Elasticsearch advises to begin around 5 to 15 MB; what is refused as too large is halved.</summary>
    public int BulkMegabytes { get; set; } = 5;
}
