using Monitor.Core.Evidence;
using Monitor.Core.Model;

namespace Monitor.Core.Capturing;

/// <summary>How a fetch ended.</summary>
public enum CaptureState
{
    /// <summary>Fetched (status 2xx) and in evidence.</summary>
    Captured,

    /// <summary>The server says that it is as it was (304); there is nothing new to keep.</summary>
    NotModified,

    /// <summary>The host's robots.txt does not want it fetched, or the host fails to give one out.</summary>
    DisallowedByRobots,

    /// <summary>Monitor does not fetch such a url: not http(s), with credentials, at an address that is not public, or redirected to one.</summary>
    Refused,

    /// <summary>Header, body or unpacked body are over the limit; nothing was kept.</summary>
    TooLarge,

    /// <summary>It took longer than allowed; nothing was kept.</summary>
    TimedOut,

    /// <summary>The host was not found or not reached, the connection broke, or the answer was no sound HTTP; nothing was kept.</summary>
    Failed,

    /// <summary>The server answered with an error status; the answer is in evidence.</summary>
    ErrorStatus,
}

/// <summary>What to fetch.</summary>
/// <param name="CrawlerId">Id of the crawler definition; empty for a single fetch by hand.</param>
/// <param name="Url">The url.</param>
/// <param name="AllowLoopback">True only for local test sources and the demo: an address of this machine itself is allowed. No other private address ever is.</param>
/// <param name="Delay">Least pause between two requests to the host; robots.txt may ask for more.</param>
/// <param name="ETag">ETag of the last capture: the server need not send what has not changed.</param>
/// <param name="LastModified">Last-Modified of the last capture, as sent.</param>
public sealed record CaptureRequest(string CrawlerId, string Url, bool AllowLoopback, TimeSpan Delay, string? ETag = null, string? LastModified = null)
{
    /// <summary>What it is fetched for, kept with the evidence: a page, or a feed or list in which pages are found.</summary>
    public ExchangeRole Role { get; init; }
}

/// <summary>What came of a fetch.</summary>
/// <param name="State">How it ended.</param>
/// <param name="Capture">The capture; null unless the state is Captured or ErrorStatus.</param>
/// <param name="Payload">The body with its content coding removed, bytes otherwise untouched; empty without a capture.</param>
/// <param name="Message">A sentence for people; empty when captured.</param>
/// <param name="RetryAfter">When the server wants to be asked again, if it said so with 429 or 503.</param>
public sealed record CaptureOutcome(CaptureState State, Capture? Capture, byte[] Payload, string Message, DateTimeOffset? RetryAfter)
{
    /// <summary>ETag of the answer, for the next request; null when there is none.</summary>
    public string? ETag { get; init; }

    /// <summary>Last-Modified of the answer as sent, for the next request; null when there is none.</summary>
    public string? LastModified { get; init; }

    /// <summary>True when the media type is one that Monitor reads: HTML, XML, JSON or plain text, or none was stated.</summary>
    public bool IsText
    {
        get
        {
            var type = Capture?.MediaType.Split(';', 2)[0].Trim().ToLowerInvariant();
            return type is "" or "text/html" or "text/plain" or "text/xml" or "application/xml" or "text/json" or "application/json"
                || (type is not null && (type.EndsWith("+xml", StringComparison.Ordinal) || type.EndsWith("+json", StringComparison.Ordinal)));
        }
    }
}
