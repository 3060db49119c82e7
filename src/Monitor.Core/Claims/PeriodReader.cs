using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Claims;

/// <summary>Reads spans of time counted back from the publication: "last month", "le mois dernier", "this week", "three days ago", "hace dos años".</summary>
internal sealed class PeriodReader(Lexicon lexicon)
{
    /// <summary>Words between the number and "ago".</summary>
    private const int Reach = 4;

    /// <summary>"last month", "ماه گذشته", "this year": with "last" or "this" on either side.</summary>
    public DateReader.Reading Last(IReadOnlyList<Word> words, int at, DateTimeOffset? published)
    {
        var (unit, length, back) = (null as string, 0, 0);
        if (at + 1 < words.Count && lexicon.Value("period", words[at + 1].Key) is { } after && Back(words[at]) is { } first)
        {
            (unit, length, back) = (after, 2, first);
        }
        else if (lexicon.Value("period", words[at].Key) is { } own && at + 1 < words.Count && lexicon.Has("last", words[at + 1]))
        {
            (unit, length, back) = (own, 2, 1);
        }

        return unit is null ? default : new(length, published is { } now ? Period(now, unit, back) : null);
    }

    /// <summary>"three days ago", "a year ago", "hace tres días", "vor drei Tagen", "سه روز پیش".</summary>
    public DateReader.Reading Ago(IReadOnlyList<Word> words, int at, DateTimeOffset? published)
    {
        var before = lexicon.Match("agobefore", words, at).Length;
        var number = at + before;
        if (number + 1 >= words.Count || Count(words[number]) is not { } count || lexicon.Value("span", words[number + 1].Key) is not { } unit)
        {
            return default;
        }

        var end = number + 2;
        if (before == 0)
        {
            while (end < words.Count && end - number < Reach && lexicon.Has("adverb", words[end]) && !lexicon.Has("agobehind", words[end]))
            {
                end++;
            }

            if (end >= words.Count || lexicon.Match("agobehind", words, end) is not { Length: > 0 } ago)
            {
                return default;
            }

            end += ago.Length;
        }

        return new(end - at, published is { } now ? Period(now, unit, count) : null);
    }

    /// <summary>A span counted back: days are exact; a week, which no precision of ours says, is told by its month; months and years by themselves.</summary>
    private static PartialDate? Period(DateTimeOffset now, string unit, int back) => unit switch
    {
        "day" when back <= 3660 => DateAnchor.Day(now.AddDays(-back)),
        "night" when back <= 3660 => DateAnchor.Day(now.AddDays(-back)),
        "week" when back <= 520 => Week(now.AddDays(-7 * back)),
        "month" when back <= 1200 => DateAnchor.Month(now.AddMonths(-back)),
        "year" when back <= 100 => DateAnchor.Year(now.Year - back),
        _ => null,
    };

    private static PartialDate Week(DateTimeOffset day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var sunday = monday.AddDays(6);
        return monday.Month == sunday.Month ? DateAnchor.Month(monday) : DateAnchor.Year(monday.Year);
    }

    private int? Back(Word word) => lexicon.Has("last", word) ? 1 : lexicon.Has("current", word) ? 0 : null;

    private int? Count(Word word)
    {
        if (word.Kind == WordKind.Number)
        {
            return DateDigits.Small(word) is > 0 and var small ? small : null;
        }

        return lexicon.Has("article", word) && lexicon.Has("one", word) ? 1
            : lexicon.Value("number", word.Key) is { } value && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : lexicon.Has("one", word) ? 1 : null;
    }
}
