namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>
/// Pauses between attempts: doubled each time up to a limit, each drawn from its upper half, so that many clients do not come back at once
/// (the "equal jitter" of https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
/// </summary>
internal sealed class Pauses(TimeProvider time, TimeSpan patience)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly long _started = time.GetTimestamp();
    private TimeSpan _next = First;

    /// <summary>Waits; false, at once, when the patience is over.</summary>
    public async Task<bool> Wait(CancellationToken cancel)
    {
        if (time.GetElapsedTime(_started) + _next > patience)
        {
            return false;
        }

        await Task.Delay(_next * (0.5 + (Random.Shared.NextDouble() / 2)), time, cancel);
        _next = _next * 2 > Longest ? Longest : _next * 2;
        return true;
    }
}
