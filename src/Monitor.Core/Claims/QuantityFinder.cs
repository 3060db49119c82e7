using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>A quantity with its place in the text that states it.</summary>
internal readonly record struct PlacedQuantity(Quantity Quantity, TextSpan Span);

/// <summary>
/// Reads the numbers that a text states: digits of all scripts with separators, number words, scales ("30 million"), vague numbers ("hundreds of"), ranges,
/// approximations before them, the unit behind them and what the units are of. Bare years and days of dates are no quantities.
/// </summary>
internal sealed class QuantityFinder(Lexicon lexicon)
{
    private const int LastDay = 31;

    private readonly NumberReader numbers = new(lexicon);

    public List<PlacedQuantity> Find(string text)
    {
        var words = Word.Read(text, 0, text.Length);
        var found = new List<PlacedQuantity>();
        for (var i = 0; i < words.Count; i++)
        {
            var first = numbers.Read(text, words, i);
            if (first.Length == 0)
            {
                continue;
            }

            var end = i + first.Length;
            double? to = null;
            if (end + 1 < words.Count && IsRange(words, i, end) && numbers.Read(text, words, end + 1) is { Length: > 0 } second && second.Value > first.Value)
            {
                to = second.Value;
                end += 1 + second.Length;
                first = first with { Value = first.Scale == 1 && second.Scale > 1 ? first.Value * second.Scale : first.Value };
            }

            if (Make(text, words, i, end, first, to) is { } quantity)
            {
                found.Add(quantity);
            }

            i = end - 1;
        }

        Share(text, found);
        return found;
    }

    /// <summary>"1,666, 2,865 and 4,779 accounts": the unit of an enumeration stands behind its last number.</summary>
    private void Share(string text, List<PlacedQuantity> found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var (own, next) = (found[i], found[i + 1]);
            if (own.Quantity.Unit.Length > 0 || next.Quantity.Unit.Length == 0 || next.Span.Start - own.Span.End > 12 || next.Span.Start < own.Span.End)
            {
                continue;
            }

            if (Word.Read(text, own.Span.End, next.Span.Start).TrueForAll(w => w.IsAny(",،") || lexicon.Has("numberjoin", w) || lexicon.Has("range", w) || lexicon.Has("coordinator", w)))
            {
                found[i] = own with { Quantity = own.Quantity with { Unit = next.Quantity.Unit } };
            }
        }
    }

    private PlacedQuantity? Make(string text, List<Word> words, int at, int end, NumberReader.Reading number, double? to)
    {
        var (qualifier, start) = Qualifier(words, at, number);
        start = to is not null && start == at && at > 0 && lexicon.Has("between", words[at - 1]) ? at - 1 : start;
        var (unit, behind) = Unit(text, words, end);
        var bare = unit.Length == 0 && qualifier.Length == 0 && to is null;
        if (bare && (number.Word || IsDate(text, words, at, end, number)))
        {
            return null;
        }

        if (number.LooksLikeYear && (unit.Length == 0 || !lexicon.Has("unit", words[behind - 1])))
        {
            return null;
        }

        // "one of …", "two weeks ago" in words without a known unit says little: "one" is mostly a pronoun.
        if (number.Word && number.Value == 1 && number.Length == 1 && qualifier.Length == 0)
        {
            return null;
        }

        // "In May 2,865 accounts": no day of May.
        if (number.Value <= LastDay && IsDay(words, at, end))
        {
            return null;
        }

        var of = Of(text, words, behind, unit);
        var stop = Math.Max(end, behind);
        var span = new TextSpan(words[start].Start, words[stop - 1].End);
        return new(new(number.Value, unit, of, number.Vague.Length > 0 ? number.Vague : qualifier, text[span.Start..span.End]) { To = to }, span);
    }

    /// <summary>"more than", "almost" … up to two words before the number.</summary>
    private (string Qualifier, int Start) Qualifier(List<Word> words, int at, NumberReader.Reading number)
    {
        for (var back = 4; back >= 1; back--)
        {
            if (at - back >= 0 && lexicon.Match("approx", words, at - back) is { Length: > 0 } hit && at - back + hit.Length == at - (hit.Length < back && words[at - 1].IsAny("$€£") ? 1 : 0))
            {
                return (hit.Value, at - back);
            }
        }

        var start = at > 0 && words[at - 1].IsAny("$€£") ? at - 1 : at;
        return (number.Vague.Length > 0 ? number.Vague : "", start);
    }

    private bool IsRange(List<Word> words, int at, int end) =>
        words[end].IsAny("-–—") || (lexicon.Has("range", words[end]) && (lexicon.Value("range", words[end].Key) != "and" || (at > 0 && lexicon.Has("between", words[at - 1]))));

    /// <summary>The unit: a known one within four words, else the last of the words before a stop.</summary>
    private (string Unit, int Behind) Unit(string text, List<Word> words, int end)
    {
        if (end < words.Count && words[end].IsAny("%٪"))
        {
            return ("%", end + 1);
        }

        var stop = end;
        while (stop < words.Count && stop - end < 5 && words[stop].Kind == WordKind.Word && !lexicon.Has("unitstop", words[stop]) && numbers.Read(text, words, stop).Length == 0)
        {
            if (lexicon.Match("unit", words, stop) is { Length: > 0 } hit)
            {
                return (hit.Value, stop + hit.Length);
            }

            stop++;
        }

        if (stop == end)
        {
            return ("", end);
        }

        // Nouns come first where adjectives follow them; English and German put the noun last.
        var nounLast = lexicon.Language is "en" or "de" or "ru";
        var at = nounLast ? stop - 1 : end;
        if (nounLast && stop - end > 1)
        {
            var plural = Enumerable.Range(end, stop - end).FirstOrDefault(k => lexicon.Language == "en" && words[k].Key.EndsWith('s') && !words[k].Upper, stop - 1);
            at = plural;
        }

        return words[at].Key == "'s" ? ("", end) : (words[at].Key, at + 1);
    }

    /// <summary>What follows the unit, to the end of the clause or the next number: "linked to the Catalan independence movement in Spain".</summary>
    private string Of(string text, List<Word> words, int behind, string unit)
    {
        if (unit.Length == 0 || behind >= words.Count || words[behind].Kind != WordKind.Word)
        {
            return "";
        }

        var from = behind;
        if (lexicon.Has("of", words[from]) && from + 1 < words.Count)
        {
            from++;
        }
        else if (!lexicon.Has("ofverb", words[from]))
        {
            return "";
        }

        // "284 accounts in August": when, not of what.
        var word = from < words.Count - 1 && !lexicon.Has("of", words[behind]) ? from + 1 : from;
        if (lexicon.Match("month", words, word).Length > 0 || lexicon.Match("weekday", words, word).Length > 0 || DateDigits.Year(words[word]) > 0)
        {
            return "";
        }

        var to = from;
        while (to < words.Count && to - from < 30 && !words[to].IsAny(",.;:،؛—–()") && !Joins(text, words, to))
        {
            to++;
        }

        return to > from ? text[words[from].Start..words[to - 1].End].Trim('”', '“', '"', '»', '«', '’', '‘') : "";
    }

    /// <summary>A conjunction behind which the next number is told: "and 770 accounts", "et entre 200 et 300 pages".</summary>
    private bool Joins(string text, List<Word> words, int at) =>
        (lexicon.Has("range", words[at]) || lexicon.Has("numberjoin", words[at]) || lexicon.Has("coordinator", words[at]))
        && (Counts(text, words, at + 1) || (at + 2 < words.Count && (lexicon.Has("between", words[at + 1]) || lexicon.Match("preposition", words, at + 1).Length > 0) && Counts(text, words, at + 2)));

    private bool Counts(string text, List<Word> words, int at) =>
        at < words.Count && (numbers.Read(text, words, at).Length > 0
            || (lexicon.Match("approx", words, at) is { Length: > 0 } hit && at + hit.Length < words.Count && numbers.Read(text, words, at + hit.Length).Length > 0));

    private bool IsDate(string text, List<Word> words, int at, int end, NumberReader.Reading number) =>
        number.LooksLikeYear || IsDay(words, at, end) || text[words[at].Start..words[end - 1].End].AsSpan().IndexOfAny('/', ':') >= 0
        || (number.Value < 10 && at == 0);

    private bool IsDay(List<Word> words, int at, int end) =>
        (at > 0 && lexicon.Match("month", words, at - 1).Length > 0) || (end < words.Count && lexicon.Match("month", words, end).Length > 0 && words[end].Key.Length > 2)
        || (end + 1 < words.Count && words[end].Key == "de" && lexicon.Match("month", words, end + 1).Length > 0);
}
