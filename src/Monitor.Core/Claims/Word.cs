using System.Globalization;
using System.Text;

namespace Monitor.Core.Claims;

/// <summary>What a piece of text is.</summary>
internal enum WordKind
{
    /// <summary>Letters, with inner apostrophes, hyphens and periods.</summary>
    Word,

    /// <summary>Begins with a digit of any script.</summary>
    Number,

    /// <summary>One mark.</summary>
    Mark,

    /// <summary>A whole quotation with its marks.</summary>
    Quote,
}

/// <summary>A word, number, mark or whole quotation with its place in the text.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">Behind the last.</param>
/// <param name="Key">Folded form, by which lexicons know it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Upper">True when it begins with a capital.</param>
internal readonly record struct Word(int Start, int End, string Key, WordKind Kind, bool Upper)
{
    /// <summary>The quotation, when it is one.</summary>
    public Quotation? Quotation { get; init; }

    private static readonly string[] Enclitics = ["-il", "-elle", "-ils", "-elles", "-t-il", "-t-elle", "-t-ils", "-t-elles", "-t-on"];

    private static readonly string[] Domains = [".com", ".org", ".net", ".gov", ".edu", ".info", ".co"];

    public bool Is(char mark) => Kind == WordKind.Mark && Key.Length == 1 && Key[0] == mark;

    public bool IsAny(string marks) => Kind == WordKind.Mark && Key.Length == 1 && marks.Contains(Key[0]);

    public bool IsWord => Kind is WordKind.Word or WordKind.Number;

    /// <summary>The words of a stretch of text. English "'s" and "n't" and Spanish, French enclitics with an apostrophe are cut off as words of their own.</summary>
    public static List<Word> Read(string text, int start, int end)
    {
        var words = new List<Word>();
        for (var i = start; i < end;)
        {
            if (char.IsWhiteSpace(text[i]) || char.IsControl(text[i]) || IsInvisible(text[i]))
            {
                i++;
            }
            else if (IsLetter(text[i]) || text[i] is '#' or '@')
            {
                i = ReadWord(text, i, end, words);
            }
            else if (char.IsDigit(text[i]))
            {
                var to = i + 1;
                while (to < end && (IsLetter(text[to]) || char.IsDigit(text[to]) || (IsSeparator(text[to]) && to + 1 < end && char.IsDigit(text[to + 1]))))
                {
                    to++;
                }

                words.Add(new(i, to, Fold(text.AsSpan(i, to - i)), WordKind.Number, false));
                i = to;
            }
            else
            {
                words.Add(new(i, i + 1, text[i].ToString(), WordKind.Mark, false));
                i++;
            }
        }

        return words;
    }

    /// <summary>Lower case; Arabic and Persian letter variants, diacritics, tatweel and joiners folded; Latin accents kept, since they tell verb forms apart.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            var kept = c switch
            {
                'ي' or 'ى' => 'ی',
                'ك' => 'ک',
                'ۀ' or 'ة' => 'ه',
                'أ' or 'إ' or 'ٱ' => 'ا',
                '’' or '‘' or 'ʼ' => '\'',
                '\u0640' or '\u200c' or '\u200d' or '\u00ad' => '\0',
                _ when c is >= '\u064b' and <= '\u0652' => '\0',
                _ => char.ToLowerInvariant(c),
            };
            if (kept != '\0')
            {
                folded.Append(kept);
            }
        }

        return folded.ToString();
    }

    private static int ReadWord(string text, int i, int end, List<Word> words)
    {
        var to = i + 1;
        var cut = -1;
        while (to < end)
        {
            var c = text[to];
            if (to - i == 1 && char.IsDigit(c) && text[i] is 'و' or 'ف' or 'ب' or 'ل')
            {
                // "و٤٬٧٧٩": Arabic writes these one-letter words together with the number.
                break;
            }

            var inner = to + 1 < end && (IsLetter(text[to + 1]) || char.IsDigit(text[to + 1]));
            if (IsLetter(c) || char.IsDigit(c) || c is '_' or '\u200c' or '\u200d' or '\u00ad')
            {
                to++;
            }
            else if (c is '\'' or '’' && inner)
            {
                // "Iran's" is Iran + 's, "d'État" d' + État, "don't" stays whole.
                var one = to - i == 1 && char.ToLowerInvariant(text[i]) is 'l' or 'd' or 'n' or 's' or 'c' or 'j' or 'm' or 't';
                if (IsLetter(text[to + 1]) && (one || (to - i == 2 && text.AsSpan(i, 2).Equals("qu", StringComparison.OrdinalIgnoreCase))))
                {
                    to++;
                    break;
                }

                if (char.ToLowerInvariant(text[to + 1]) == 's' && (to + 2 >= end || !char.IsLetterOrDigit(text[to + 2])))
                {
                    cut = to;
                }

                to++;
            }
            else if (c == '-' && Enclitic(text, to, end) > 0)
            {
                break;
            }
            else if ((c == '-' || (c == '.' && ((to - i < 6 && IsAbbreviated(text, i, to)) || Domain(text, to, end)))) && inner)
            {
                to++;
            }
            else
            {
                break;
            }
        }

        // The last period of U.S. belongs to it.
        if (to < end && text[to] == '.' && to - i >= 3 && text[to - 2] == '.')
        {
            to++;
        }

        if (to < end && text[to] == '-' && Enclitic(text, to, end) is > 0 and var behind)
        {
            words.Add(new(i, to, Fold(text.AsSpan(i, to - i)), WordKind.Word, IsUpper(text, i)));
            var pronoun = text.AsSpan(to, behind - to);
            words.Add(new(to, behind, Fold(pronoun[(pronoun.LastIndexOf('-') + 1)..]), WordKind.Word, false));
            return behind;
        }

        if (cut > i)
        {
            words.Add(new(i, cut, Fold(text.AsSpan(i, cut - i)), WordKind.Word, IsUpper(text, i)));
            words.Add(new(cut, to, "'s", WordKind.Word, false));
        }
        else
        {
            words.Add(new(i, to, Fold(text.AsSpan(i, to - i)), WordKind.Word, IsUpper(text, i)));
        }

        return to;
    }

    /// <summary>The end of a French pronoun that hangs on its verb, "dit-il", "affirme-t-elle"; 0 for none.</summary>
    private static int Enclitic(string text, int at, int end)
    {
        foreach (var form in Enclitics)
        {
            var to = at + form.Length;
            if (to <= end && string.CompareOrdinal(text, at, form, 0, form.Length) == 0 && (to == text.Length || !(char.IsLetterOrDigit(text[to]) || text[to] == '-')))
            {
                return to;
            }
        }

        return 0;
    }

    /// <summary>True for the period of a site's name, "Perch.com".</summary>
    private static bool Domain(string text, int at, int end)
    {
        foreach (var form in Domains)
        {
            var to = at + form.Length;
            if (to <= end && string.Compare(text, at, form, 0, form.Length, StringComparison.OrdinalIgnoreCase) == 0 && (to == text.Length || !char.IsLetterOrDigit(text[to])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAbbreviated(string text, int start, int at) => at - start == 1 || text[at - 2] == '.';

    private static bool IsUpper(string text, int at) => char.IsUpper(text[at]) || (text[at] is '@' or '#' && at + 1 < text.Length && char.IsUpper(text[at + 1]));

    private static bool IsSeparator(char c) => c is '.' or ',' or '٫' or '٬' or '\u00A0' or '\u202F' or '\'' or '’' or ':' or '/';

    private static bool IsLetter(char c) => char.IsLetter(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private static bool IsInvisible(char c) => c is '\u200e' or '\u200f' or '\u202a' or '\u202b' or '\u202c' or '\ufeff' or '\u2066' or '\u2067' or '\u2069';
}
