using System.Text;
using Microsoft.Data.Sqlite;
using Monitor.Core.Corpus.Query;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>The terms of one table of terms, walked like a tree: FTS5 keeps them sorted, so the first behind any beginning is found at once.</summary>
internal sealed class Vocabulary(SqliteConnection connection, string table) : IDisposable
{
    /// <summary>Smallest character that a term can hold.</summary>
    private const string Least = "\u0001";

    private readonly SqliteStatement _seek = new(connection, $"SELECT term FROM {table}_words WHERE term >= ? LIMIT 1");

    /// <summary>Every term that the condition means. Its beginning or its end is as typed, so both sides of each place are looked for.</summary>
    public IReadOnlyList<string> Of(FuzzyCondition condition)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var runes = condition.Term.EnumerateRunes().ToArray();
        string Part(int from, int to) => string.Concat(runes[from..to].Select(r => r.ToString()));
        Add(condition.Term);
        for (var i = condition.Term[0] is '#' or '@' ? 1 : 0; i <= runes.Length; i++)
        {
            var before = Part(0, i);
            Between(before, Part(i, runes.Length)); // one more
            if (i < runes.Length)
            {
                Between(before, Part(i + 1, runes.Length)); // another
                Add(before + Part(i + 1, runes.Length)); // one less
            }

            if (i + 1 < runes.Length)
            {
                Add(before + runes[i + 1] + runes[i] + Part(i + 2, runes.Length)); // two swapped
            }
        }

        return [.. found.Where(t => condition.Means(t))];

        void Add(string term)
        {
            if (term.Length > 0 && First(term) == term)
            {
                found.Add(term);
            }
        }

        void Between(string before, string behind)
        {
            for (var next = First(before + Least); next?.StartsWith(before, StringComparison.Ordinal) == true;)
            {
                var rune = Rune.GetRuneAt(next, before.Length);
                var wanted = before + rune + behind;
                var order = Compare(next, wanted);
                if (order < 0)
                {
                    next = First(wanted);
                    order = next is null ? 1 : Compare(next, wanted);
                }

                if (order == 0)
                {
                    found.Add(wanted);
                }

                if (next is not null && next.StartsWith(before + rune, StringComparison.Ordinal))
                {
                    next = After(rune) is { } after ? First(before + after) : null;
                }
            }
        }
    }

    /// <summary>The first term that is not before this text; null behind the last.</summary>
    public string? First(string text)
    {
        if (!_seek.Text(1, text).Next())
        {
            return null;
        }

        var term = _seek.String(0);
        _seek.Reset();
        return term;
    }

    /// <inheritdoc/>
    public void Dispose() => _seek.Dispose();

    private static Rune? After(Rune rune) => rune.Value == 0x10FFFF ? null : new(rune.Value == 0xD7FF ? 0xE000 : rune.Value + 1);

    /// <summary>The order of bytes in UTF-8, which is that of code points.</summary>
    private static int Compare(string a, string b)
    {
        var same = a.AsSpan().CommonPrefixLength(b);
        if (same == a.Length || same == b.Length)
        {
            return a.Length.CompareTo(b.Length);
        }

        var (x, y) = (a[same], b[same]);
        return char.IsSurrogate(x) == char.IsSurrogate(y) ? x.CompareTo(y) : char.IsSurrogate(x) ? 1 : -1;
    }
}
