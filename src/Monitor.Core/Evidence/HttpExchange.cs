namespace Monitor.Core.Evidence;

/// <summary>Why a resource was fetched; decides whether a rebuild looks at it as a page.</summary>
public enum ExchangeRole
{
    /// <summary>A page that may become a document.</summary>
    Page,

    /// <summary>A feed, list or sitemap in which pages are found.</summary>
    Discovery,

    /// <summary>A redirect on the way to a page; its target stands in its Location header.</summary>
    Redirect,

    /// <summary>A robots.txt.</summary>
    Robots,
}

/// <summary>One HTTP request and the response to it, as they went over the wire.</summary>
/// <param name="CrawlerId">Id of the crawler definition that asked; empty for a single fetch by hand.</param>
/// <param name="Url">The url that was asked for at first.</param>
/// <param name="FinalUrl">The url of this exchange: the one that answered, after redirects.</param>
/// <param name="Time">When the response began.</param>
/// <param name="RequestHead">Request line and header fields with the empty line behind them; may be empty when not known.</param>
/// <param name="ResponseHead">Status line and header fields as sent, with the empty line behind them; when empty, a head is made of
/// <paramref name="Status"/> and <paramref name="MediaType"/>.</param>
/// <param name="Status">HTTP status code, the same as in the head.</param>
/// <param name="MediaType">Content-Type as sent, with its parameters, the same as in the head; empty when there was none.</param>
/// <param name="Payload">The body with transfer coding (chunks) removed and content coding (gzip, br …) kept, so that it is what the server
/// holds and agrees with the Content-Encoding field of the head.</param>
public sealed record HttpExchange(
    string CrawlerId,
    string Url,
    string FinalUrl,
    DateTimeOffset Time,
    byte[] RequestHead,
    byte[] ResponseHead,
    int Status,
    string MediaType,
    byte[] Payload)
{
    /// <summary>Why it was fetched.</summary>
    public ExchangeRole Role { get; init; }

    /// <summary>Address of the server that was connected; null when not known.</summary>
    public string? IpAddress { get; init; }
}

/// <summary>A stretch of an evidence file that holds no whole, intact record.</summary>
/// <param name="File">File name below the evidence folder.</param>
/// <param name="Offset">Its first byte.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Message">What is wrong, and what it means.</param>
public sealed record EvidenceDamage(string File, long Offset, long Length, string Message);
