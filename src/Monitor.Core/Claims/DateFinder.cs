using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Claims;

/// <summary>
/// When something was said, by the words of its sentence: a full date, a month ("in August", "last October") or a weekday, counted back from the day on which the
/// document was published, since reports look back. Says how exactly it is known; null when no words tell or there is no day to count from.
/// </summary>
internal sealed class DateFinder(Lexicon lexicon)
{
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
            var distance = Math.Abs(words[i].Start - near);
            if (words[i].Kind is not (WordKind.Mark or WordKind.Quote) && distance < nearest && At(words, i, published, modified) is { } date)
            {
                (best, nearest) = (date, distance);
            }
        }

        return best;
    }

    /// <summary>The date words at a place: how many they are, 0 for none.</summary>
    public int Length(IReadOnlyList<Word> words, int at)
    {
        if (words[at].Kind == WordKind.Quote)
        {
            return 0;
        }

        var hit = lexicon.Match("month", words, at).Length > 0 && IsMonth(words, at) ? 1 : Math.Max(lexicon.Match("weekday", words, at).Length, lexicon.Match("day", words, at).Length);
        if (hit > 0)
        {
            while (at + hit < words.Count && words[at + hit].Kind == WordKind.Number && Year(words[at + hit]) > 0)
            {
                hit++;
            }

            return hit;
        }

        return words[at].Kind == WordKind.Number && Year(words[at]) > 0 ? 1 : 0;
    }

    private PartialDate? At(IReadOnlyList<Word> words, int i, DateTimeOffset? published, DateTimeOffset? modified)
    {
        if (lexicon.Value("month", words[i].Key) is { } month && IsMonth(words, i))
        {
            return Month(words, i, int.Parse(month, CultureInfo.InvariantCulture), published, modified);
        }

        if (published is not { } day)
        {
            return null;
        }

        if (lexicon.Match("weekday", words, i) is { Length: > 0 } weekday)
        {
            var back = ((int)day.DayOfWeek - int.Parse(weekday.Value, CultureInfo.InvariantCulture) + 7) % 7;
            var last = i > 0 && lexicon.Has("last", words[i - 1]);
            return Day(day.AddDays(-(back == 0 && last ? 7 : back)));
        }

        if (lexicon.Match("day", words, i) is { Length: > 0 } relative)
        {
            return Day(day.AddDays(int.Parse(relative.Value, CultureInfo.InvariantCulture)));
        }

        return null;
    }

    /// <summary>"May" and "March" are also words: they need a capital and a date word beside them.</summary>
    private bool IsMonth(IReadOnlyList<Word> words, int at)
    {
        if (lexicon.Language is not "en")
        {
            return true;
        }

        var beside = (at > 0 && (words[at - 1].Kind == WordKind.Number || lexicon.Has("in", words[at - 1]) || lexicon.Has("last", words[at - 1])))
            || (at + 1 < words.Count && words[at + 1].Kind == WordKind.Number);
        return words[at].Upper && beside;
    }

    private static PartialDate? Month(IReadOnlyList<Word> words, int i, int month, DateTimeOffset? published, DateTimeOffset? modified)
    {
        var before = i > 0 ? DayNumber(words[i - 1]) : 0;
        before = before == 0 && i > 1 && words[i - 1].Key == "de" ? DayNumber(words[i - 2]) : before;
        var after = i + 1 < words.Count ? DayNumber(words[i + 1]) : 0;
        var number = before > 0 ? before : after;
        var year = 0;
        for (var k = i + 1; k < Math.Min(words.Count, i + 4) && year == 0; k++)
        {
            year = words[k].Kind == WordKind.Number ? Year(words[k]) : 0;
        }

        if (year == 0)
        {
            if (published is not { } day)
            {
                return null;
            }

            var latest = modified > day ? modified.Value : day;
            year = month > latest.Month ? latest.Year - 1 : latest.Year;
        }

        return number > 0 && number <= DateTime.DaysInMonth(year, month)
            ? PartialDate.Day(year, month, number)
            : new PartialDate(new(year, month, 1, 0, 0, 0, TimeSpan.Zero), DatePrecision.Month);
    }

    private static int DayNumber(Word word)
    {
        if (word.Kind != WordKind.Number || word.Key.Length > 4)
        {
            return 0;
        }

        var value = 0;
        foreach (var c in word.Key)
        {
            if (!char.IsDigit(c))
            {
                break;
            }

            value = (value * 10) + CharUnicodeInfo.GetDecimalDigitValue(c);
        }

        return value is >= 1 and <= 31 ? value : 0;
    }

    private static int Year(Word word)
    {
        if (word.Key.Length != 4)
        {
            return 0;
        }

        var value = 0;
        foreach (var c in word.Key)
        {
            if (!char.IsDigit(c))
            {
                return 0;
            }

            value = (value * 10) + CharUnicodeInfo.GetDecimalDigitValue(c);
        }

        return value is >= 1900 and <= 2100 ? value : 0;
    }

    private static PartialDate Day(DateTimeOffset day) => PartialDate.Day(day.Year, day.Month, day.Day);
}
