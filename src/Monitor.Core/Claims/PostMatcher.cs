using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>Tells whether a quotation repeats the words of an embedded post, whole or in part, and what it changed.</summary>
internal static class PostMatcher
{
    /// <summary>So many of the quotation's words must stand in the post in the same order; the rest are its small changes.</summary>
    private const double Kept = 0.8;

    /// <summary>Shorter quotations agree by chance.</summary>
    private const int Fewest = 4;

    /// <summary>The changes against the stretch of the post that the quotation repeats; null when it does not repeat it.</summary>
    public static IReadOnlyList<WordChange>? Match(string post, string quotation)
    {
        var a = WordDiff.Words(post);
        var b = WordDiff.Words(quotation);
        if (b.Count < Fewest)
        {
            return null;
        }

        var pairs = WordDiff.Align(a, b);
        if (pairs.Count < Kept * b.Count)
        {
            return null;
        }

        // The words in between must be few: the quotation repeats one stretch, not words from all over.
        var (first, last) = (pairs[0].A, pairs[^1].A);
        if (last - first + 1 > (1.5 * b.Count) + 2)
        {
            return null;
        }

        return WordDiff.Compare(post[a[first].Start..a[last].End], quotation);
    }
}
