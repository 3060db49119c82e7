using System.Globalization;
using System.Text;

namespace Monitor.Core.Claims;

/// <summary>Reads one number, in digits of any script or in words, at a place.</summary>
internal sealed class NumberReader(Lexicon lexicon)
{
    /// <summary>A number read.</summary>
    /// <param name="Value">Its value.</param>
    /// <param name="Length">Words it takes, 0 for none.</param>
    /// <param name="Scale">Scale word that it carries, 1 for none.</param>
    internal readonly record struct Reading(double Value, int Length, double Scale)
    {
        /// <summary>"hundreds of" and the like.</summary>
        public string Vague { get; init; } = "";

        /// <summary>True when written in words.</summary>
        public bool Word { get; init; }

        /// <summary>True for four plain digits between 1300 and 2100 (Jalali years included).</summary>
        public bool LooksLikeYear { get; init; }
    }

    public Reading Read(string text, IReadOnlyList<Word> words, int at)
    {
        var word = words[at];
        if (word.Kind == WordKind.Number)
        {
            return Digits(text, words, at);
        }

        if (word.Kind != WordKind.Word)
        {
            return default;
        }

        if (lexicon.Match("vague", words, at) is { Length: > 0 } vague)
        {
            return new(Number(vague.Value), vague.Length, 1) { Vague = Vagueness(Number(vague.Value)) };
        }

        return InWords(words, at);
    }

    /// <summary>One English name for vague numbers of all languages, so that they can be compared.</summary>
    private static string Vagueness(double value) => value switch
    {
        < 12 => "tens of",
        < 20 => "dozens of",
        < 100 => "scores of",
        < 1_000 => "hundreds of",
        < 10_000 => "thousands of",
        < 100_000 => "tens of thousands of",
        < 1_000_000 => "hundreds of thousands of",
        < 10_000_000 => "millions of",
        < 100_000_000 => "tens of millions of",
        < 1_000_000_000 => "hundreds of millions of",
        _ => "billions of",
    };

    private Reading Digits(string text, IReadOnlyList<Word> words, int at)
    {
        var raw = text.AsSpan(words[at].Start, words[at].End - words[at].Start);
        if (Parse(raw, out var letters) is not { } value)
        {
            return default;
        }

        var length = 1;
        var scale = 1.0;

        // "5 000" with a plain space, as French, Spanish, German and Russian write thousands.
        while (lexicon.Language is "fr" or "es" or "de" or "ru" or "pt" && letters.Length == 0 && raw.Length <= 3 && length <= 3 && at + length < words.Count
            && words[at + length] is { Kind: WordKind.Number, Key.Length: 3 } group && group.Start == words[at + length - 1].End + 1 && text[group.Start - 1] == ' '
            && double.TryParse(group.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var thousand))
        {
            value = (value * 1000) + thousand;
            length++;
        }

        if (letters.Length > 0)
        {
            if (lexicon.Value("scale", letters) is not { } suffix)
            {
                return default;
            }

            scale = Number(suffix);
        }
        else if (at + length < words.Count && lexicon.Match("scale", words, at + length) is { Length: > 0 } hit && words[at + length].Key.Length > 1)
        {
            scale = Number(hit.Value);
            length += hit.Length;
        }

        var year = raw.Length == 4 && length == 1 && scale == 1 && value is >= 1300 and <= 2100 && value == Math.Floor(value);
        return new(value * scale, length, scale) { LooksLikeYear = year };
    }

    /// <summary>
    /// A separator with exactly three digits behind it groups thousands when it comes twice, is not the language's decimal mark, or the number has more groups; otherwise it is a
    /// decimal mark. "2,865" is 2865 in English and 2.865 in Spanish; "2.865" the other way round.
    /// </summary>
    private double? Parse(ReadOnlySpan<char> raw, out string letters)
    {
        var commaDecimal = lexicon.Language is "es" or "fr" or "de" or "ru" or "pt";
        var digits = new StringBuilder(raw.Length);
        letters = "";
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (char.IsDigit(c))
            {
                digits.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            }
            else if (char.IsLetter(c))
            {
                letters = raw[i..].ToString().ToLowerInvariant();
                break;
            }
            else if (c is '٬' or '\u00A0' or '\u202F' or '\'' or '’')
            {
                continue;
            }
            else if (c is '٫' || ((c is '.' or ',') && IsDecimal(raw, i, c, commaDecimal)))
            {
                digits.Append('.');
            }
            else if (c is ':' or '/')
            {
                return null;
            }
        }

        return double.TryParse(digits.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
    }

    private static bool IsDecimal(ReadOnlySpan<char> raw, int at, char mark, bool commaDecimal)
    {
        var behind = 0;
        while (at + 1 + behind < raw.Length && char.IsDigit(raw[at + 1 + behind]))
        {
            behind++;
        }

        if (behind != 3)
        {
            return raw[(at + 1)..].IndexOf(mark) < 0;
        }

        return mark == (commaDecimal ? ',' : '.') && raw.Count(mark) == 1;
    }

    /// <summary>"two hundred and eighty-four", "doscientos ochenta y cuatro", "دویست و هشتاد و چهار".</summary>
    private Reading InWords(IReadOnlyList<Word> words, int at)
    {
        double total = 0, current = 0, scale = 1;
        var i = at;
        var any = false;
        while (i < words.Count && words[i].Kind == WordKind.Word && i - at < 12)
        {
            if (Small(words[i].Key) is { } small)
            {
                // "twenty five" adds, "five twenty" does not.
                if (any && current % 10 != 0 && small < 100 && current < 1000)
                {
                    break;
                }

                current += small;
                any = true;
            }
            else if (lexicon.Value("scale", words[i].Key) is { } factor && words[i].Key.Length > 2 && (any || lexicon.Language is not "en"))
            {
                scale = Number(factor);
                current = Math.Max(current, 1) * scale;
                if (scale >= 1000)
                {
                    total += current;
                    current = 0;
                }

                any = true;
            }
            else if (any && lexicon.Has("numberjoin", words[i]) && i + 1 < words.Count && (Small(words[i + 1].Key) is not null || lexicon.Has("scale", words[i + 1])))
            {
                i++;
                continue;
            }
            else
            {
                break;
            }

            i++;
        }

        return any ? new(total + current, i - at, scale) { Word = true } : default;
    }

    private double? Small(string key)
    {
        if (lexicon.Value("number", key) is { } value)
        {
            return Number(value);
        }

        if (lexicon.Language == "de" && GermanNumber.Read(key, lexicon) is { } whole)
        {
            return whole;
        }

        // "eighty-four", "quatre-vingt-quatre".
        var dash = key.LastIndexOf('-');
        return dash > 0 && lexicon.Value("number", key[..dash]) is { } tens && lexicon.Value("number", key[(dash + 1)..]) is { } ones ? Number(tens) + Number(ones) : null;
    }

    private static double Number(string value) => double.Parse(value, CultureInfo.InvariantCulture);
}
