namespace Monitor.Web.Access;

/// <summary>
/// Slows down who guesses passwords. Attempts are counted for a name from an address, for an address, and for a name from anywhere; above the free ones each next
/// attempt waits twice as long as the one before, up to a quarter of an hour. A hundred for one name is the most that NIST SP 800-63B, 5.2.2, lets pass; that
/// bound is far above the others, so that nobody can shut out a colleague by guessing at their name from one place. Counts are kept in memory: a restart forgets them.
/// </summary>
internal sealed class LoginThrottle(TimeProvider time)
{
    private const int FreeForPair = 5;
    private const int FreeForAddress = 20;
    private const int FreeForName = 100;
    private const int MostKept = 10_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(24);
    private readonly Dictionary<string, Count> _counts = [];
    private readonly Lock _lock = new();

    /// <summary>Counts an attempt before it is made, so that many at once cannot slip through. Returns how long to wait; null when it may be made now.</summary>
    public TimeSpan? Attempt(string name, string address)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            Sweep(now);
            (string Key, int Free)[] keys = [.. Keys(name, address)];
            var until = keys.Max(k => _counts.GetValueOrDefault(k.Key).Until);
            if (until > now)
            {
                return until - now;
            }

            foreach (var (key, free) in keys)
            {
                var made = _counts.GetValueOrDefault(key).Made + 1;
                var wait = made < free ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(made - free, 20))));
                _counts[key] = new(made, now, now + wait);
            }

            return null;
        }
    }

    /// <summary>Forgets the attempts of a name: the right password was given. Those of the address count on, so that one account of one's own opens no way to others.</summary>
    public void Succeeded(string name, string address)
    {
        lock (_lock)
        {
            foreach (var (key, free) in Keys(name, address))
            {
                if (free != FreeForAddress)
                {
                    _counts.Remove(key);
                }
                else if (_counts.TryGetValue(key, out var count))
                {
                    _counts[key] = new(count.Made - 1, count.Last, default);
                }
            }
        }
    }

    private static IEnumerable<(string Key, int Free)> Keys(string name, string address)
    {
        var folded = name.Trim().ToUpperInvariant();
        return [($"{folded}\n{address}", FreeForPair), ($"\n{address}", FreeForAddress), ($"{folded}\n", FreeForName)];
    }

    private void Sweep(DateTimeOffset now)
    {
        if (_counts.Count < MostKept)
        {
            return;
        }

        foreach (var key in _counts.OrderBy(c => c.Value.Last).Take(_counts.Count / 2).Where(c => c.Value.Until <= now || now - c.Value.Last > Forgotten).Select(c => c.Key).ToList())
        {
            _counts.Remove(key);
        }
    }

    private readonly record struct Count(int Made, DateTimeOffset Last, DateTimeOffset Until);
}
