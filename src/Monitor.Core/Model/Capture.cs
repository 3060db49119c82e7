namespace Monitor.Core.Model;

/// <summary>One fetched resource, stored verbatim as WARC records. The properties are the fields of a CDX line.</summary>
/// <param name="Id">Content-derived id, see <see cref="Ids.Capture"/>.</param>
/// <param name="CrawlerId">Id of the crawler definition that asked for it; empty for a single fetch by hand.</param>
/// <param name="Url">The url that was asked for.</param>
/// <param name="FinalUrl">The url that answered, after redirects.</param>
/// <param name="Time">When the response began.</param>
/// <param name="MediaType">The Content-Type header as sent, with its parameters; empty when there was none.</param>
/// <param name="Status">HTTP status code.</param>
/// <param name="PayloadDigest">SHA-256 of the payload, written <c>sha256:hex</c>.</param>
/// <param name="WarcFile">File name below the evidence folder.</param>
/// <param name="Offset">Byte offset of the gzip member that holds the response record.</param>
/// <param name="Length">Length of that member in bytes.</param>
public sealed record Capture(
    string Id,
    string CrawlerId,
    string Url,
    string FinalUrl,
    DateTimeOffset Time,
    string MediaType,
    int Status,
    string PayloadDigest,
    string WarcFile,
    long Offset,
    long Length);
