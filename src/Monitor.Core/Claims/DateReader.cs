using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Claims;

/// <summary>Reads one date that begins at a place: in words of the language, in digits of any script, by the Gregorian or the Persian calendar.</summary>
internal sealed class DateReader(Lexicon lexicon)
{
    private readonly PeriodReader periods = new(lexicon);

    /// <summary>A date read.</summary>
    /// <param name="Length">Words it takes, 0 for none.</param>
    /// <param name="Date">The date; null when there is no day to count from.</param>
    internal readonly record struct Reading(int Length, PartialDate? Date);

    /// <summary>The date that begins at a place.</summary>
    public Reading Read(IReadOnlyList<Word> words, int at, DateTimeOffset? published, DateTimeOffset? modified)
    {
        if (words[at].Kind is WordKind.Mark or WordKind.Quote)
        {
            return default;
        }

        var anchor = new DateAnchor(published, modified);
        if (words[at].Kind == WordKind.Number)
        {
            return Digits(words, at) is { Length: > 0 } digits ? digits : Day(words, at, anchor) is { Length: > 0 } day ? day : periods.Ago(words, at, published) is { Length: > 0 } ago ? ago : Year(words, at);
        }

        if (lexicon.Match("weekday", words, at) is { Length: > 0 } weekday)
        {
            return Weekday(words, at, weekday, anchor);
        }

        // "last" may stand before its month or its period.
        var from = lexicon.Has("last", words[at]) && at + 1 < words.Count ? at + 1 : at;
        if (Month(words, from, anchor, 0) is { Length: > 0 } month)
        {
            return month with { Length = month.Length + from - at };
        }

        if (lexicon.Match("day", words, at) is { Length: > 0 } relative)
        {
            return new(relative.Length, published is { } now ? DateAnchor.Day(now.AddDays(int.Parse(relative.Value, CultureInfo.InvariantCulture))) : null);
        }

        return periods.Last(words, at, published) is { Length: > 0 } last ? last : periods.Ago(words, at, published);
    }

    private Reading Weekday(IReadOnlyList<Word> words, int at, Lexicon.Hit weekday, DateAnchor anchor)
    {
        // "Tuesday, 16 March 2021": the day of the month says it.
        var next = at + weekday.Length;
        next = next < words.Count && words[next].IsAny(",،") ? next + 1 : next;
        next = next < words.Count && lexicon.Has("article", words[next]) ? next + 1 : next;
        if (next < words.Count && (Day(words, next, anchor) is { Length: > 0 } day ? day : Month(words, next, anchor, 0)) is { Length: > 0, Date.Precision: DatePrecision.Day } full)
        {
            return full with { Length = next - at + full.Length };
        }

        if (anchor.Published is not { } published)
        {
            return new(weekday.Length, null);
        }

        var back = ((int)published.DayOfWeek - int.Parse(weekday.Value, CultureInfo.InvariantCulture) + 7) % 7;
        var last = at > 0 && lexicon.Has("last", words[at - 1]);
        return new(weekday.Length, DateAnchor.Day(published.AddDays(-(back == 0 && last ? 7 : back))));
    }

    /// <summary>"17 October 2018", "17. Oktober", "17 de octubre", "۲۵ شهریور ۱۳۹۷".</summary>
    private Reading Day(IReadOnlyList<Word> words, int at, DateAnchor anchor)
    {
        if (DateDigits.Day(words[at]) is not (> 0 and var day))
        {
            return default;
        }

        var month = at + 1;
        while (month < words.Count && month - at <= 2 && (words[month].Is('.') || lexicon.Has("dayof", words[month])))
        {
            month++;
        }

        return month < words.Count && Month(words, month, anchor, day) is { Length: > 0 } read ? read with { Length = month - at + read.Length } : default;
    }

    /// <summary>A month with the day and the year that may follow it: "October 17, 2018", "octubre de 2018", "Oct. 17".</summary>
    private Reading Month(IReadOnlyList<Word> words, int at, DateAnchor anchor, int day)
    {
        var gregorian = lexicon.Match("month", words, at);
        var hit = gregorian.Length > 0 ? gregorian : lexicon.Match("jalali", words, at);
        if (hit.Length == 0 || (day == 0 && !IsMonth(words, at, hit.Length)))
        {
            return default;
        }

        var next = at + hit.Length;
        if (next < words.Count && words[next].Is('.') && hit.Value.Length <= 2 && words[at].Key.Length <= 4)
        {
            next++;
        }

        if (day == 0 && lexicon.Language == "en" && next < words.Count && DateDigits.Day(words[next]) is > 0 and var number)
        {
            (day, next) = (number, next + 1);
        }

        var to = next;
        for (var k = next; k < words.Count && k - next <= 1; k++)
        {
            if (DateDigits.Year(words[k]) is > 0 and var year)
            {
                return new(k + 1 - at, DateAnchor.Of(year, Number(hit.Value), day, gregorian.Length == 0));
            }

            if (!words[k].IsAny(",،") && !lexicon.Has("dayof", words[k]))
            {
                break;
            }
        }

        return new(to - at, anchor.Latest(Number(hit.Value), day, gregorian.Length == 0));
    }

    /// <summary>"2018-10-17", "17.10.2018", "۱۳۹۷/۰۶/۲۵".</summary>
    private Reading Digits(IReadOnlyList<Word> words, int at)
    {
        if (DateDigits.Read(words[at], lexicon.Language == "en") is { } date)
        {
            return new(1, date);
        }

        return at + 4 < words.Count && words[at + 1].Is('-') && words[at + 3].Is('-') && DateDigits.Year(words[at]) is > 0 and var year
            && DateDigits.Of(year, DateDigits.Small(words[at + 2]), DateDigits.Small(words[at + 4])) is { } dashed ? new(5, dashed) : default;
    }

    /// <summary>A year by itself: "in 2018", "در سال ۱۳۹۷", "в 2018 году".</summary>
    private Reading Year(IReadOnlyList<Word> words, int at)
    {
        var told = (at > 0 && (lexicon.Has("in", words[at - 1]) || lexicon.Has("yearword", words[at - 1]))) || (at + 1 < words.Count && lexicon.Has("yearword", words[at + 1]));
        return told && DateDigits.Year(words[at]) is > 0 and var year ? new(1, DateAnchor.Year(year)) : default;
    }

    /// <summary>"May", "March" and مهر are also words: they need a date word beside them, and where there are capitals one.</summary>
    private bool IsMonth(IReadOnlyList<Word> words, int at, int length)
    {
        if (lexicon.Language is not ("en" or "fa"))
        {
            return true;
        }

        var next = at + length < words.Count && words[at + length].Is('.') ? at + length + 1 : at + length;
        var beside = (at > 0 && (words[at - 1].Kind == WordKind.Number || lexicon.Has("in", words[at - 1]) || lexicon.Has("last", words[at - 1]) || lexicon.Has("monthword", words[at - 1])))
            || (next < words.Count && (words[next].Kind == WordKind.Number || lexicon.Has("monthword", words[next]) || lexicon.Has("last", words[next])));
        return beside && (words[at].Upper || !lexicon.HasCapitals);
    }

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
