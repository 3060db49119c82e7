namespace Monitor.Core.Dossiers.Hashtags;

/// <summary>Counts which accounts acted within the same minute of the clock; times come in order. Bounded in pairs and in accounts a minute.</summary>
internal sealed class MinuteTally
{
    /// <summary>Accounts in one minute up to which every pair is counted: 50 make 1,225 pairs.</summary>
    public const int MostInMinute = 50;

    /// <summary>Different pairs counted, some 20 MB.</summary>
    public const int MostPairs = 200_000;

    private const int Listed = 25;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly List<int> sharedMinutes = [];
    private readonly Dictionary<(int, int), int> pairs = [];
    private readonly SortedSet<int> current = [];
    private long minute = long.MinValue;
    private long minutes;
    private int fullest;
    private bool complete = true;

    /// <summary>Takes an act in.</summary>
    public void Add(string account, DateTimeOffset time)
    {
        var at = time.UtcTicks / TimeSpan.TicksPerMinute;
        if (at != minute)
        {
            Close();
            minute = at;
        }

        if (!numbers.TryGetValue(account, out var number))
        {
            numbers[account] = number = names.Count;
            names.Add(account);
            sharedMinutes.Add(0);
        }

        current.Add(number);
    }

    /// <summary>What was counted.</summary>
    public SharedMinutes ToShared()
    {
        Close();
        return new(
            minutes, fullest, sharedMinutes.Count(s => s >= 2),
            [
                .. pairs.Where(p => p.Value >= 2).Select(p => Pair(p.Key.Item1, p.Key.Item2, p.Value))
                    .OrderByDescending(p => p.Minutes).ThenBy(p => p.One, StringComparer.Ordinal).ThenBy(p => p.Other, StringComparer.Ordinal).Take(Listed),
            ],
            complete);
    }

    private MinutePair Pair(int a, int b, int count) =>
        string.CompareOrdinal(names[a], names[b]) < 0 ? new(names[a], names[b], count) : new(names[b], names[a], count);

    private void Close()
    {
        fullest = Math.Max(fullest, current.Count);
        if (current.Count >= 2)
        {
            minutes++;
            foreach (var account in current)
            {
                sharedMinutes[account]++;
            }

            CountPairs([.. current]);
        }

        current.Clear();
    }

    private void CountPairs(int[] accounts)
    {
        if (accounts.Length > MostInMinute)
        {
            complete = false;
            return;
        }

        for (var i = 0; i < accounts.Length; i++)
        {
            for (var j = i + 1; j < accounts.Length; j++)
            {
                var pair = (accounts[i], accounts[j]);
                if (pairs.TryGetValue(pair, out var count) || pairs.Count < MostPairs)
                {
                    pairs[pair] = count + 1;
                }
                else
                {
                    complete = false;
                }
            }
        }
    }
}
