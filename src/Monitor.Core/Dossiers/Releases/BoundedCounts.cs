using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Releases;

/// <summary>Counts by value, of at most so many different values: those that come first are told apart, and the others are left out.</summary>
internal sealed class BoundedCounts<T>(int most, IEqualityComparer<T>? comparer = null)
    where T : notnull
{
    private readonly Dictionary<T, int> counts = new(comparer);

    /// <summary>Counts by value.</summary>
    public IReadOnlyDictionary<T, int> All => counts;

    /// <summary>Counts a value in.</summary>
    public void Add(T value)
    {
        if (counts.TryGetValue(value, out var count) || counts.Count < most)
        {
            counts[value] = count + 1;
        }
    }

    /// <summary>The largest when values that fold into one are one, each in its most frequent spelling.</summary>
    public IReadOnlyList<ValueCount> LargestFolded(int listed, Func<T, string> fold) =>
    [
        .. counts.GroupBy(c => fold(c.Key)).Select(g => new ValueCount(g.OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key.ToString()!, g.Sum(c => (long)c.Value)))
            .OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(listed),
    ];

    /// <summary>The largest, most first.</summary>
    public IReadOnlyList<ValueCount> Largest(int listed) =>
        [.. counts.Select(c => new ValueCount(c.Key.ToString()!, c.Value)).OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(listed)];
}
