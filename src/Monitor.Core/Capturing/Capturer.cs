using Monitor.Core.Evidence;

namespace Monitor.Core.Capturing;

/// <summary>
/// Fetches urls politely and safely and puts what comes into evidence before anyone sees it. Asks robots.txt first, keeps one request at a time and
/// a pause for each host, follows redirects itself and checks each, connects to public addresses only. Safe for many callers at once; share one.
/// </summary>
/// <remarks>
/// In evidence: every redirect, every robots.txt, every answer with status 2xx or an error, whatever its media type. Not in evidence: 304 answers, and
/// what is not whole (too large, timed out, broken off, damaged content coding), because half a page must not pass for the page.
/// </remarks>
public sealed class Capturer : IDisposable
{
    private readonly EvidenceStore evidence;
    private readonly TimeProvider time;
    private readonly CapturerOptions options;
    private readonly Fetcher fetcher;
    private readonly HostTurns turns;
    private readonly RobotsCache robots;

    /// <summary>Makes a capturer.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public Capturer(EvidenceStore evidence, TimeProvider time, CapturerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.evidence, this.time, this.options) = (evidence, time, options.Checked());
        fetcher = new Fetcher(options, time);
        turns = new HostTurns(time);
        robots = new RobotsCache(fetcher, evidence, options, time);
    }

    /// <summary>Fetches one url. Everything that a web server can do wrong is an outcome.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="IOException">Evidence cannot be written.</exception>
    public async Task<CaptureOutcome> Capture(CaptureRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return await Follow(request with { Url = request.Url.Trim() }, cancel).ConfigureAwait(false);
        }
        catch (CaptureException e)
        {
            return new CaptureOutcome(e.State, null, [], e.Message, e.RetryAfter);
        }
    }

    /// <summary>Ends all waiting for turns; call it when no capture is under way.</summary>
    public void Dispose() => turns.Dispose();

    private async Task<CaptureOutcome> Follow(CaptureRequest request, CancellationToken cancel)
    {
        var url = Redirects.Checked(request.Url);
        var seen = new HashSet<Uri>();
        while (seen.Add(url))
        {
            if (seen.Count > options.Redirects + 1)
            {
                throw new CaptureException(CaptureState.Failed, $"{request.Url} redirects more than {options.Redirects} times");
            }

            var answer = await Ask(url, request, cancel).ConfigureAwait(false);
            if (answer.Head.Status is < 300 or > 399 || answer.Head.Status == 304 || answer.Head["Location"].Length == 0)
            {
                return Outcome(request, answer);
            }

            evidence.Write(Exchanges.Of(answer, request.CrawlerId, request.Url, ExchangeRole.Redirect));
            url = Redirects.TargetOf(answer) ?? throw new CaptureException(CaptureState.Failed, $"{url} answers with status {answer.Head.Status}");
        }

        throw new CaptureException(CaptureState.Failed, $"{request.Url} redirects in a circle, back to {url}");
    }

    /// <summary>One request in the host's turn, if robots.txt lets us.</summary>
    private async Task<FetchedAnswer> Ask(Uri url, CaptureRequest request, CancellationToken cancel)
    {
        using var turn = await turns.Take(url, cancel).ConfigureAwait(false);
        var file = await robots.For(url, request, turn, cancel).ConfigureAwait(false);
        var verdict = file.Check(CapturerOptions.Product, url.AbsoluteUri);
        if (!verdict.Allowed)
        {
            throw new CaptureException(CaptureState.DisallowedByRobots, $"robots.txt of {url.Authority} says in line {verdict.Line}: {verdict.Rule}");
        }

        var asked = verdict.CrawlDelay is { } delay && delay > options.LongestPause ? options.LongestPause : verdict.CrawlDelay ?? TimeSpan.Zero;
        await turn.Pause(asked > request.Delay ? asked : request.Delay, cancel).ConfigureAwait(false);
        return await turn.Talk(() => fetcher.Fetch(url, request, request.AllowLoopback, cancel)).ConfigureAwait(false);
    }

    private CaptureOutcome Outcome(CaptureRequest request, FetchedAnswer answer)
    {
        var status = answer.Head.Status;
        if (status == 304 && (request.ETag ?? request.LastModified) is not null)
        {
            return With(new(CaptureState.NotModified, null, [], $"{answer.Url} has not changed", null), answer);
        }

        var payload = answer.Unpacked(options.UnpackedBytes);
        var capture = evidence.Write(Exchanges.Of(answer, request.CrawlerId, request.Url, request.Role));
        return With(
            status is >= 200 and <= 299
                ? new(CaptureState.Captured, capture, payload, "", null)
                : new(CaptureState.ErrorStatus, capture, payload, $"{answer.Url} answered with status {status}", RetryAfter.Of(answer.Head, time)),
            answer);
    }

    private static CaptureOutcome With(CaptureOutcome outcome, FetchedAnswer answer) => outcome with
    {
        ETag = answer.Head["ETag"] is { Length: > 0 } tag ? tag : null,
        LastModified = answer.Head["Last-Modified"] is { Length: > 0 } date ? date : null,
    };
}
