using System.Text.Json;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>Which server answers, from <c>GET /</c>, and what it has.</summary>
/// <param name="Name">"Elasticsearch" or "OpenSearch".</param>
/// <param name="Version">Its version.</param>
internal sealed record ServerProduct(string Name, Version Version)
{
    private const string OpenSearch = "OpenSearch";

    /// <summary>
    /// Points in time: Elasticsearch since 7.12 (7.10 has them under another licence only), OpenSearch since 2.4.
    /// (https://www.elastic.co/guide/en/elasticsearch/reference/8.7/point-in-time-api.html, https://docs.opensearch.org/latest/search-plugins/searching-data/point-in-time/)
    /// </summary>
    public bool HasPointInTime => Version >= (IsOpenSearch ? new Version(2, 4) : new Version(7, 12));

    /// <summary>Path that opens a point in time over an index expression.</summary>
    public string PointInTime(string indexes) => IsOpenSearch ? $"/{indexes}/_search/point_in_time" : $"/{indexes}/_pit";

    /// <summary>Path that closes one.</summary>
    public string ClosePointInTime => IsOpenSearch ? "/_search/point_in_time" : "/_pit";

    /// <summary>True for the fork.</summary>
    public bool IsOpenSearch => Name == OpenSearch;

    /// <summary>
    /// Media type of bodies. From 8 on Elasticsearch is asked to speak as version 8 does, which version 9 understands too
    /// (https://www.elastic.co/guide/en/elasticsearch/reference/8.7/rest-api-compatibility.html); all others speak plain JSON.
    /// </summary>
    public string MediaType(bool lines) => (!IsOpenSearch && Version.Major >= 8, lines) switch
    {
        (true, true) => "application/vnd.elasticsearch+x-ndjson;compatible-with=8",
        (true, false) => "application/vnd.elasticsearch+json;compatible-with=8",
        (false, true) => "application/x-ndjson",
        _ => "application/json",
    };

    /// <summary>Reads the answer of <c>GET /</c>.</summary>
    /// <exception cref="InvalidDataException">Another product, or a version that Monitor cannot use.</exception>
    public static ServerProduct Read(JsonElement root, string address)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version", out var version) || !version.TryGetProperty("number", out var number)
            || !Version.TryParse(number.GetString()?.Split('-')[0], out var parsed))
        {
            throw new InvalidDataException($"{address}: what answers there is neither Elasticsearch nor OpenSearch; check corpus:cluster:urls");
        }

        var product = new ServerProduct(version.TryGetProperty("distribution", out var d) && d.GetString() == "opensearch" ? OpenSearch : "Elasticsearch", parsed);
        return product.IsOpenSearch || parsed >= new Version(7, 10)
            ? product
            : throw new InvalidDataException($"{address}: Elasticsearch {parsed} is too old; Monitor needs 7.10 or later, or OpenSearch");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Version}";
}
