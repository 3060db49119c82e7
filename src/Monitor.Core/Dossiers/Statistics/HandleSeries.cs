using Monitor.Core.Dossiers.Signals;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Statistics;

/// <summary>
/// Handles of one release that are a common stem and a number: <c>harbour51</c>, <c>harbour54</c>, <c>harbour58</c>. Of the published handles (490 plain ones of the Chinese release of 2019, 2,856 of the
/// Internet Research Agency, 6,228 of an observer's list) only 4 stems have three or more, and none by chance of a first name. Memory: some hundred bytes a handle with a number.
/// </summary>
internal sealed class HandleSeries
{
    /// <summary>Accounts that make a series.</summary>
    public const int Least = 3;

    /// <summary>Letters of a stem; shorter ones are common syllables.</summary>
    private const int StemLetters = 4;

    /// <summary>Digits of a number; more are those that the platform proposes.</summary>
    private const int MostDigits = 6;

    /// <summary>Accounts of each stem that are remembered.</summary>
    private const int Examples = 6;

    private readonly Dictionary<string, (int Count, List<RowRef> Rows)> stems = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Accounts whose handle shows.</summary>
    public long Shown { get; private set; }

    /// <summary>Accounts in a series, of those whose handle shows.</summary>
    public BaseRate Rate => new(stems.Values.Where(s => s.Count >= Least).Sum(s => (long)s.Count), Shown);

    /// <summary>The stem of a handle that ends in a number; null for others.</summary>
    public static string? Stem(string handle)
    {
        var stem = handle.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var digits = handle.Length - stem.Length;
        stem = stem.TrimEnd('_');
        return digits is >= 1 and <= MostDigits && stem.Count(char.IsLetter) >= StemLetters ? stem : null;
    }

    public void Add(Account account)
    {
        if (!OriginFacts.IsHandleShown(account))
        {
            return;
        }

        Shown++;
        if (Stem(account.Handle) is { } stem)
        {
            var (count, rows) = stems.GetValueOrDefault(stem, (0, new(1)));
            if (rows.Count < Examples)
            {
                rows.Add(account.Source);
            }

            stems[stem] = (count + 1, rows);
        }
    }

    /// <summary>Accounts with this stem, and some of their rows.</summary>
    public (int Count, IReadOnlyList<RowRef> Rows) With(string stem) => stems.TryGetValue(stem, out var found) ? found : (0, []);
}
