using System.Globalization;
using Monitor.Core.Evidence;

namespace Monitor.Core.Capturing;

/// <summary>The Retry-After field (RFC 9110 section 10.2.3): seconds, or a date.</summary>
internal static class RetryAfter
{
    /// <summary>Nobody waits longer than this on a server's word.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>The moment that a 429 or 503 names; null when it names none.</summary>
    public static DateTimeOffset? Of(HttpHead head, TimeProvider time)
    {
        if (head.Status is not (429 or 503))
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (long.TryParse(head["Retry-After"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return now + TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds));
        }

        return DateTimeOffset.TryParseExact(head["Retry-After"], "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date > now + Longest ? now + Longest : date
            : null;
    }
}
