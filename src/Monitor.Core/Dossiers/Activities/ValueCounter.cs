using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Activities;

/// <summary>Counts how often values occur; bounded: values that come after so many different ones are not counted.</summary>
internal sealed class ValueCounter(StringComparer? comparer = null)
{
    /// <summary>Different values counted.</summary>
    public const int DistinctLimit = 50_000;

    /// <summary>Values listed.</summary>
    public const int Listed = 50;

    private readonly Dictionary<string, long> counts = new(comparer ?? StringComparer.Ordinal);

    /// <summary>Values with their counts, in no order.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts;

    /// <summary>Counts a value; an empty one is none.</summary>
    public void Add(string value)
    {
        if (value.Length > 0 && (counts.Count < DistinctLimit || counts.ContainsKey(value)))
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }
    }

    /// <summary>The most used, in the spelling met first.</summary>
    public IReadOnlyList<ValueCount> Most() =>
        [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(Listed).Select(c => new ValueCount(c.Key, c.Value))];
}
