using System.Text;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Dossiers.Statistics;

/// <summary>
/// Which accounts have the same bio, in the analyzer's folding (case, Arabic and Persian letters, digits), blanks and marks aside. Memory: some 40 bytes a distinct
/// bio, and at most <see cref="Examples"/> rows of each that is shared.
/// </summary>
internal sealed class BioIndex
{
    /// <summary>Rows of other accounts that are shown.</summary>
    public const int Examples = 5;

    /// <summary>Letters and digits that a bio must have to be compared: "Student", "Love life" and the like are shared by chance.</summary>
    public const int LeastLetters = 20;

    private readonly Dictionary<(ulong, ulong), Entry> entries = [];
    private string lastId = "";

    /// <summary>What a bio is compared by; null when it is too short.</summary>
    public static (ulong, ulong)? Key(string bio)
    {
        var folded = Analyzer.Fold(bio);
        var letters = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                letters.Append(rune.ToString());
            }
        }

        if (letters.Length < LeastLetters)
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[32];
        System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(letters.ToString()), hash);
        return (BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
    }

    /// <summary>Counts an account in; the same account in two releases, which come one behind the other, counts once.</summary>
    public (ulong, ulong)? Add(Account account)
    {
        if (Key(account.Bio) is not { } key)
        {
            return null;
        }

        if (account.Id != lastId)
        {
            var entry = entries.GetValueOrDefault(key) ?? new Entry();
            entries[key] = entry;
            entry.Accounts++;
            if (entry.Rows.Count <= Examples)
            {
                entry.Rows.Add((account.Id, account.Source));
            }
        }

        lastId = account.Id;
        return key;
    }

    /// <summary>Accounts with this bio.</summary>
    public int Accounts((ulong, ulong) key) => entries.GetValueOrDefault(key)?.Accounts ?? 0;

    /// <summary>Rows of other accounts with this bio.</summary>
    public IReadOnlyList<RowRef> OtherRows((ulong, ulong) key, string accountId) =>
        entries.TryGetValue(key, out var entry) ? entry.Rows.Where(r => r.Id != accountId).Take(Examples).Select(r => r.Row).ToList() : [];

    private sealed class Entry
    {
        public int Accounts { get; set; }

        public List<(string Id, RowRef Row)> Rows { get; } = new(1);
    }
}
