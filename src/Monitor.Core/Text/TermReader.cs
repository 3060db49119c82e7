namespace Monitor.Core.Text;

/// <summary>Cuts a folded text into terms. One instance serves one thread.</summary>
internal sealed partial class TermReader
{
    /// <summary>A longer run of letters is no word; its term is cut to this many characters.</summary>
    private const int LongestTerm = 128;

    private static readonly string[] PersianPrefixes = ["می", "نمی"];
    private static readonly string[] PersianSuffixes =
        ["ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان", "تر", "ترین", "ترین\u200Cها", "ترها"];

    private readonly FoldedText _folded = new();
    private readonly TermCache _cache = new();
    private readonly char[] _word = new char[LongestTerm];
    private string _text = "";
    private string? _language;
    private TermStream _terms = new();

    /// <summary>Adds the terms of a text to a stream, from position 0 on when it is empty.</summary>
    public void Read(string text, string? language, TermStream terms)
    {
        _text = text;
        _language = language;
        _terms = terms;
        _folded.Read(text);
        var all = _folded.Chars;
        for (var i = 0; i < all.Length;)
        {
            i = Next(all, i);
        }
    }

    private int Next(ReadOnlySpan<char> all, int i)
    {
        var kind = CharacterClasses.At(all, i, out var length);
        switch (kind)
        {
            case CharacterClass.Other when all[i] is '#' or '@':
                return Tag(all, i);
            case CharacterClass.Other or CharacterClass.Mark:
                return i + length;
            case CharacterClass.Single:
                return Single(all, i, length);
            case CharacterClass.Digit or CharacterClass.Letter:
                var url = Url(all, i);
                if (url > i)
                {
                    return url;
                }

                var end = WordEnd(all, i);
                return all[i..end].ContainsAnyExceptInRange('0', '9') ? Word(all, i, end) : Number(all, i, end);
            default:
                return i + length;
        }
    }

    /// <summary>End of a run of letters, digits and marks, with apostrophes and joiners between them.</summary>
    private static int WordEnd(ReadOnlySpan<char> all, int from)
    {
        var i = from;
        while (i < all.Length)
        {
            var kind = CharacterClasses.At(all, i, out var length);
            if (kind is CharacterClass.Letter or CharacterClass.Digit or CharacterClass.Mark)
            {
                i += length;
            }
            else if (all[i] is '\'' or CharacterFolding.Joiner && i > from && i + 1 < all.Length && CharacterClasses.At(all, i + 1, out _) == CharacterClass.Letter)
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    /// <summary>A character that is a word, with the marks above or below it.</summary>
    private int Single(ReadOnlySpan<char> all, int i, int length)
    {
        var end = i + length;
        while (end < all.Length && CharacterClasses.At(all, end, out var next) == CharacterClass.Mark)
        {
            end += next;
        }

        Main(all[i..end], i, end, stop: false);
        return end;
    }

    private int Word(ReadOnlySpan<char> all, int start, int end)
    {
        if (end - start == 1 && Acronym(all, start) is var acronym && acronym > start)
        {
            return acronym;
        }

        var word = all[start..end];
        if (IsArabic(word[0]))
        {
            return ArabicWord(all, start, end);
        }

        if (word.Contains(CharacterFolding.Joiner))
        {
            Parts(all, start, end);
            return end;
        }

        var apostrophe = word.IndexOf('\'');
        if (apostrophe > 0)
        {
            var kept = Apostrophes.Kept(word, apostrophe);
            (start, end, var after) = (start + kept.Start, start + kept.End, end);
            Main(all[start..end], start, end);
            return after;
        }

        Main(word, start, end);
        return end;
    }

    /// <summary>A word in Arabic letters: Persian affixes are joined to it, whether a joiner, a blank or nothing parts them.</summary>
    private int ArabicWord(ReadOnlySpan<char> all, int start, int end)
    {
        var word = all[start..end];
        if (word[0] is 'م' or 'ن' && IsOneOf(word, PersianPrefixes) && FollowingWord(all, end) is { Length: > 0 } verb && IsArabic(all[verb.Start]))
        {
            Joined(all, start, end, verb.Start, verb.End);
            return verb.End;
        }

        if (word.Contains(CharacterFolding.Joiner))
        {
            var cut = word.IndexOf(CharacterFolding.Joiner);
            if (IsOneOf(word[..cut], PersianPrefixes) || IsOneOf(word[(cut + 1)..], PersianSuffixes))
            {
                Joined(all, start, start + cut, start + cut + 1, end);
            }
            else
            {
                Parts(all, start, end);
            }

            return end;
        }

        if (end + 1 < all.Length && all[end + 1] is 'ه' or 'ت' && FollowingWord(all, end) is { Length: > 0 } suffix && IsOneOf(all[suffix.Start..suffix.End], PersianSuffixes))
        {
            Joined(all, start, end, suffix.Start, suffix.End);
            return suffix.End;
        }

        Main(word, start, end);
        return end;
    }

    /// <summary>The word after a single blank.</summary>
    private static TextSpan FollowingWord(ReadOnlySpan<char> all, int end) =>
        end + 1 < all.Length && all[end] == ' ' && CharacterClasses.At(all, end + 1, out _) == CharacterClass.Letter ? new(end + 1, WordEnd(all, end + 1)) : default;

    /// <summary>Two parts as one word, each findable by itself.</summary>
    private void Joined(ReadOnlySpan<char> all, int start, int end, int start2, int end2)
    {
        var buffer = _word.AsSpan();
        var length = Copy(all[start..end], buffer);
        length += Copy(all[start2..end2], buffer[length..]);
        Also(all[start..end], start, end, Position);
        Also(all[start2..end2], start2, end2, Position);
        AddMain(Stem(buffer, length), start, end2, stop: false);
    }

    /// <summary>Words parted by joiners: each a word, and the whole findable when written as one.</summary>
    private void Parts(ReadOnlySpan<char> all, int start, int end)
    {
        Also(all[start..end], start, end, Position);
        for (var i = start; i < end;)
        {
            var cut = all[i..end].IndexOf(CharacterFolding.Joiner);
            var stop = cut < 0 ? end : i + cut;
            if (stop > i)
            {
                Main(all[i..stop], i, stop);
            }

            i = stop + 1;
        }
    }

    private int Position => _terms.Main.Count;

    private void Main(ReadOnlySpan<char> word, int start, int end)
    {
        var length = Copy(word, _word);
        var stop = _terms.MarksStopWords && StopWords.Contains(_word.AsSpan(0, length), _language);
        AddMain(Stem(_word, length), start, end, stop);
    }

    /// <summary>A main term that is not stemmed.</summary>
    private void Main(ReadOnlySpan<char> value, int start, int end, bool stop) => AddMain(value[..Math.Min(value.Length, LongestTerm)], start, end, stop);

    private void AddMain(ReadOnlySpan<char> value, int start, int end, bool stop)
    {
        if (!value.IsEmpty)
        {
            _terms.Main.Add(new(_cache.Of(value), _folded.Start(start), _folded.End(end - 1), Position, stop));
        }
    }

    /// <summary>Another spelling, stemmed as a word would be.</summary>
    private void Also(ReadOnlySpan<char> word, int start, int end, int position)
    {
        Span<char> own = stackalloc char[LongestTerm];
        var length = Copy(word, own);
        var stop = _terms.MarksStopWords && StopWords.Contains(own[..length], _language);
        AddAlso(Stem(own, length), start, end, position, stop);
    }

    private void AddAlso(ReadOnlySpan<char> value, int start, int end, int position, bool stop = false)
    {
        if (!value.IsEmpty)
        {
            _terms.Also.Add(new(_cache.Of(value), _folded.Start(start), _folded.End(end - 1), position, stop));
        }
    }

    /// <summary>Copies a word without joiners and apostrophes, cut to the longest term.</summary>
    private static int Copy(ReadOnlySpan<char> word, Span<char> into)
    {
        var n = 0;
        foreach (var c in word)
        {
            if (n == into.Length)
            {
                break;
            }

            if (c is not (CharacterFolding.Joiner or '\''))
            {
                into[n++] = c;
            }
        }

        return n;
    }

    private static ReadOnlySpan<char> Stem(Span<char> word, int length)
    {
        if (length < 4)
        {
            return word[..length];
        }

        var w = word[..length];
        if (!w.ContainsAnyExceptInRange('a', 'z'))
        {
            return word[..LatinStemmer.Stem(word, length)];
        }

        if (IsArabic(w[0]) && !w.ContainsAnyExceptInRange('\u0600', '\u06FF'))
        {
            return word[..ArabicScriptStemmer.Stem(word, length)];
        }

        return w.ContainsAnyExceptInRange('\u0400', '\u04FF') ? w : word[..CyrillicStemmer.Stem(w)];
    }

    private static bool IsArabic(char c) => c is >= '\u0620' and <= '\u06FF';

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var one in words)
        {
            if (word.SequenceEqual(one))
            {
                return true;
            }
        }

        return false;
    }
}
