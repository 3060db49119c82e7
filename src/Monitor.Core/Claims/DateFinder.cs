using Monitor.Core.Model;

namespace Monitor.Core.Claims;

/// <summary>
/// When something was said, by the words of its sentence: a full date, a month ("in August", "last October"), a weekday, "three days ago", "last year", counted back
/// from the day on which the document was published, since reports look back. Says how exactly it is known; null when no words tell or there is no day to count from.
/// </summary>
internal sealed class DateFinder(Lexicon lexicon)
{
    private readonly DateReader reader = new(lexicon);

    /// <summary>The date nearest to a place.</summary>
    /// <param name="words">Words that may hold it.</param>
    /// <param name="near">Where the words said begin: "Updated 28 August: S said on 27 August that …" was said on the 27th.</param>
    /// <param name="published">Day to count back from.</param>
    /// <param name="modified">Last change; a day without a year may lie between publication and it.</param>
    public PartialDate? Find(IReadOnlyList<Word> words, int near, DateTimeOffset? published, DateTimeOffset? modified)
    {
        PartialDate? best = null;
        var nearest = int.MaxValue;
        for (var i = 0; i < words.Count; i++)
        {
            var read = reader.Read(words, i, published, modified);
            var distance = read.Length > 0 ? Math.Min(Math.Abs(words[i].Start - near), Math.Abs(words[i + read.Length - 1].Start - near)) : int.MaxValue;
            if (distance < nearest && read.Date is { } date)
            {
                (best, nearest) = (date, distance);
            }

            i += Math.Max(0, read.Length - 1);
        }

        return best;
    }

    /// <summary>The date words at a place: how many they are, 0 for none.</summary>
    public int Length(IReadOnlyList<Word> words, int at) => reader.Read(words, at, null, null).Length;
}
