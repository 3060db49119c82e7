using System.Collections.Concurrent;
using Monitor.Core.Evidence;

namespace Monitor.Core.Capturing;

/// <summary>
/// The robots.txt of each origin, fetched when first needed and kept as long as RFC 9309 section 2.4 allows. 4xx means that there is none and all is
/// allowed (section 2.3.1.3); 5xx, 429 and a host that cannot be reached mean that nothing may be fetched (2.3.1.4), unless an older file is at hand.
/// </summary>
internal sealed class RobotsCache(Fetcher fetcher, EvidenceStore evidence, CapturerOptions options, TimeProvider time)
{
    /// <summary>At least five, says section 2.3.1.2; behind more of them the file counts as absent.</summary>
    private const int MostRedirects = 5;

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    private sealed record Entry(RobotsFile? File, CaptureException? Failure, DateTimeOffset Until);

    /// <summary>The file that holds for this url. The caller holds the host's turn, so that it is fetched once.</summary>
    /// <exception cref="CaptureException">It cannot be had, now or a short while ago, so the url must be left alone.</exception>
    public async Task<RobotsFile> For(Uri url, CaptureRequest request, HostTurns.Turn turn, CancellationToken cancel)
    {
        var origin = url.GetLeftPart(UriPartial.Authority);
        // What is refused to one caller may be allowed to another that fetches a local test source.
        var key = request.AllowLoopback ? origin + " loopback" : origin;
        var before = entries.GetValueOrDefault(key);
        if (before is null || before.Until <= time.GetUtcNow())
        {
            before = await Renewed(new Uri(origin + "/robots.txt"), before, request, turn, cancel).ConfigureAwait(false);
            entries[key] = before;
        }

        return before.File ?? throw before.Failure!;
    }

    private async Task<Entry> Renewed(Uri robots, Entry? before, CaptureRequest request, HostTurns.Turn turn, CancellationToken cancel)
    {
        try
        {
            await turn.Pause(request.Delay, cancel).ConfigureAwait(false);
            var file = await turn.Talk(() => Fetch(robots, request, cancel)).ConfigureAwait(false);
            return new Entry(file, null, time.GetUtcNow() + options.RobotsTime);
        }
        catch (CaptureException e)
        {
            var failure = new CaptureException(e.State, $"{e.Message} (asked for {robots})", e) { RetryAfter = e.RetryAfter };
            return new Entry(before?.File, failure, time.GetUtcNow() + options.RobotsRetryTime);
        }
    }

    private async Task<RobotsFile> Fetch(Uri robots, CaptureRequest request, CancellationToken cancel)
    {
        var url = robots;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            var answer = await fetcher.Fetch(url, null, request.AllowLoopback, cancel).ConfigureAwait(false);
            evidence.Write(Exchanges.Of(answer, request.CrawlerId, robots.AbsoluteUri, ExchangeRole.Robots));
            if (Redirects.TargetOf(answer) is { } target)
            {
                url = target;
                continue;
            }

            return answer.Head.Status switch
            {
                >= 200 and <= 299 => RobotsFile.Parse(answer.Unpacked(options.UnpackedBytes)),
                (429 or >= 500) and var status => throw new CaptureException(
                    CaptureState.DisallowedByRobots, $"robots.txt cannot be had (status {status}), so nothing is fetched")
                {
                    RetryAfter = RetryAfter.Of(answer.Head, time),
                },
                _ => RobotsFile.AllowAll,
            };
        }

        return RobotsFile.AllowAll;
    }
}
