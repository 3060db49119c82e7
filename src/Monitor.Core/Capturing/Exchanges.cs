using Monitor.Core.Evidence;

namespace Monitor.Core.Capturing;

/// <summary>Answers as evidence.</summary>
internal static class Exchanges
{
    /// <summary>The exchange to keep.</summary>
    /// <param name="answer">What came.</param>
    /// <param name="crawlerId">Who asked.</param>
    /// <param name="asked">The url that was asked for at first.</param>
    /// <param name="role">What it was fetched for.</param>
    public static HttpExchange Of(FetchedAnswer answer, string crawlerId, string asked, ExchangeRole role) => new(
        crawlerId,
        asked,
        answer.Url.AbsoluteUri,
        answer.Time,
        answer.RequestHead,
        answer.ResponseHead,
        answer.Head.Status,
        answer.Head.MediaType,
        answer.Body)
    {
        Role = role,
        IpAddress = answer.Address?.ToString(),
    };
}
