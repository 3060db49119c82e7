namespace Monitor.Core.Text;

/// <summary>Terms that are more than words: tags, numbers, acronyms, addresses.</summary>
internal sealed partial class TermReader
{
    /// <summary>RFC 1035, section 2.3.4.</summary>
    private const int LongestHost = 253;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> TopDomains = new HashSet<string>
    {
        "com", "org", "net", "gov", "edu", "int", "mil", "info", "biz", "news", "tv", "io", "co", "me", "ly", "be", "eu", "uk", "us", "ca", "au", "de", "fr", "es", "pt", "it", "nl", "se",
        "no", "fi", "dk", "ch", "at", "pl", "cz", "ru", "ua", "by", "tr", "ir", "iq", "il", "sa", "ae", "qa", "lb", "sy", "eg", "ps", "af", "pk", "in", "cn", "jp", "kr", "th", "tw", "hk",
        "br", "mx", "ar", "ve", "cu", "cat", "app", "dev", "gl",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary><c>#YouAreBots</c>, <c>@JZarif</c>: whole with and without its sign, and the words it is made of.</summary>
    private int Tag(ReadOnlySpan<char> all, int i)
    {
        var from = i + 1;
        var end = from;
        while (end < all.Length && (all[end] is '_' or CharacterFolding.Joiner || CharacterClasses.At(all, end, out _) != CharacterClass.Other))
        {
            CharacterClasses.At(all, end, out var length);
            end += length;
        }

        var behindWord = i > 0 && CharacterClasses.At(all, i - 1, out _) is CharacterClass.Letter or CharacterClass.Digit;
        var lettered = end > from && CharacterClasses.At(all, from, out _) != CharacterClass.Mark && all[from..end].ContainsAnyExcept('_', CharacterFolding.Joiner);
        if (!lettered || (behindWord && all[i] == '@'))
        {
            return from; // a sign alone, or an e-mail address, whose parts are words
        }

        Span<char> whole = stackalloc char[LongestTerm];
        whole[0] = all[i];
        var position = Position;
        var length2 = 1 + Copy(all[from..end], whole[1..]);
        AddAlso(whole[..length2], i, end, position);
        var before = _terms.Also.Count;
        Also(all[from..end], from, end, position);
        var parts = TagParts(all, from, end);
        if (_terms.Main.Count == position)
        {
            _terms.Also.RemoveRange(before - 1, _terms.Also.Count - before + 1); // only marks or signs: no word to stand on
        }
        else if (parts == 1)
        {
            _terms.Also.RemoveAt(before); // the word itself is the whole
        }

        return end;
    }

    private int TagParts(ReadOnlySpan<char> all, int from, int end)
    {
        var parts = 0;
        for (var i = from; i < end;)
        {
            var kind = CharacterClasses.At(all, i, out var length);
            if (kind is CharacterClass.Other or CharacterClass.Mark)
            {
                i += length;
            }
            else if (kind == CharacterClass.Single)
            {
                i = Single(all[..end], i, length);
                parts++;
            }
            else
            {
                var stop = PartEnd(all, i, end);
                Main(all[i..stop], i, stop);
                i = stop;
                parts++;
            }
        }

        return parts;
    }

    private int PartEnd(ReadOnlySpan<char> all, int from, int end)
    {
        var i = from;
        while (i < end)
        {
            var kind = CharacterClasses.At(all, i, out var length);
            if (kind is CharacterClass.Other or CharacterClass.Single || (i > from && StartsPart(all, i, end, kind)))
            {
                break;
            }

            i += length;
        }

        return i;
    }

    /// <summary>lower|Upper, UPPER|Upper+lower, letter|digit, digit|letter, by the letters of the original.</summary>
    private bool StartsPart(ReadOnlySpan<char> all, int i, int end, CharacterClass kind)
    {
        var before = CharacterClasses.At(all, i - 1, out _);
        if (kind == CharacterClass.Mark || before == CharacterClass.Mark || _folded.Start(i) == _folded.Start(i - 1))
        {
            return false;
        }

        if ((kind == CharacterClass.Digit) != (before == CharacterClass.Digit))
        {
            return true;
        }

        return char.IsUpper(_text[_folded.Start(i)]) &&
            (!char.IsUpper(_text[_folded.Start(i - 1)]) || (i + 1 < end && char.IsLower(_text[_folded.Start(i + 1)])));
    }

    /// <summary><c>4,779</c>, <c>4.779</c>, <c>4'779</c> and <c>4 779</c> (with a no-break blank) are 4779; <c>2,5</c> is 2.5.</summary>
    private int Number(ReadOnlySpan<char> all, int start, int end)
    {
        var length = Copy(all[start..end], _word);
        var groups = 0;
        var first = end - start;
        var separator = '\0';
        while (first <= 3 && all[start] != '0' && end + 3 < all.Length && (separator == '\0' ? IsGroupSeparator(all, end) : all[end] == separator)
            && !all.Slice(end + 1, 3).ContainsAnyExceptInRange('0', '9') && RunOfDigits(all, end + 1) == 3 && length + 3 <= LongestTerm)
        {
            separator = all[end];
            length += Copy(all.Slice(end + 1, 3), _word.AsSpan(length));
            end += 4;
            groups++;
        }

        if (Decimals(all, start, end, separator) is > 0 and var decimals && length + decimals < LongestTerm)
        {
            _word[length++] = '.';
            length += Copy(all.Slice(end + 1, decimals), _word.AsSpan(length));
            end += 1 + decimals;
        }

        AddMain(_word.AsSpan(0, length), start, end, stop: false);
        return end;
    }

    /// <summary>Digits behind a decimal point or comma; 0 when it is none, as in dates, lists and <c>in 2018,500 people</c>.</summary>
    private static int Decimals(ReadOnlySpan<char> all, int start, int end, char separator)
    {
        var inList = start > 0 && all[start - 1] is '.' or ',' or '/';
        if (inList || end + 1 >= all.Length || all[end] is not ('.' or ',') || all[end] == separator)
        {
            return 0;
        }

        var digits = RunOfDigits(all, end + 1);
        var behind = end + 1 + digits;
        var goesOn = behind + 1 < all.Length && all[behind] is '.' or ',' or '/' && char.IsAsciiDigit(all[behind + 1]);
        return digits >= 20 || goesOn || (digits == 3 && all[end] == ',') ? 0 : digits;
    }

    private bool IsGroupSeparator(ReadOnlySpan<char> all, int i) =>
        all[i] is ',' or '.' or '\'' || (all[i] == ' ' && _text[_folded.Start(i)] is '\u00A0' or '\u202F' or '\u2009');

    /// <summary>Digits from here on; 0 when letters follow them.</summary>
    private static int RunOfDigits(ReadOnlySpan<char> all, int from)
    {
        var i = from;
        while (i < all.Length && char.IsAsciiDigit(all[i]))
        {
            i++;
        }

        return i < all.Length && CharacterClasses.At(all, i, out _) is CharacterClass.Letter or CharacterClass.Digit ? 0 : i - from;
    }

    /// <summary><c>U.S.</c> is us, <c>U.N.</c> un.</summary>
    private int Acronym(ReadOnlySpan<char> all, int start)
    {
        var letters = 0;
        var i = start;
        while (i + 1 < all.Length && char.IsAsciiLetter(all[i]) && all[i + 1] == '.' && letters < 10)
        {
            _word[letters++] = all[i];
            i += 2;
        }

        var end = i;
        if (letters > 0 && i < all.Length && char.IsAsciiLetter(all[i]) && WordEnd(all, i) == i + 1)
        {
            _word[letters++] = all[i];
            end = i + 1;
        }
        else if (i < all.Length && CharacterClasses.At(all, i, out _) is CharacterClass.Letter or CharacterClass.Digit)
        {
            return start; // "e.g.x"-like runs that go on into a word
        }

        if (letters < 2)
        {
            return start;
        }

        AddMain(_word.AsSpan(0, letters), start, end, stop: false);
        return end;
    }

    /// <summary>A url with its scheme, with <c>www.</c>, or a bare host of a known top domain: host and path are the term, the host and its name others.</summary>
    private int Url(ReadOnlySpan<char> all, int start)
    {
        var rest = all[start..];
        var scheme = rest.StartsWith("https://") ? 8 : rest.StartsWith("http://") ? 7 : 0;
        var host = start + scheme;
        var i = host;
        var dots = 0;
        var lastDot = host;
        while (i < all.Length && i - host < LongestHost && (char.IsAsciiLetterOrDigit(all[i]) || all[i] is '-' || (all[i] == '.' && i + 1 < all.Length && char.IsAsciiLetterOrDigit(all[i + 1]))))
        {
            if (all[i] == '.')
            {
                dots++;
                lastDot = i;
            }

            i++;
        }

        if (dots == 0 || i == host || (i < all.Length && CharacterClasses.At(all, i, out _) != CharacterClass.Other))
        {
            return start;
        }

        var sentenceEnd = char.IsUpper(_text[_folded.Start(lastDot + 1)]) && char.IsLower(_text[_folded.Start(lastDot + 2 < i ? lastDot + 2 : lastDot + 1)]);
        if ((scheme == 0 && (sentenceEnd || !TopDomains.Contains(all[(lastDot + 1)..i]))) || !all[host..i].ContainsAnyInRange('a', 'z'))
        {
            return start;
        }

        var hostEnd = i;
        host += all[host..hostEnd].StartsWith("www.") && dots > 1 ? 4 : 0;
        var (pathEnd, after) = PathEnd(all, hostEnd);
        if (pathEnd > hostEnd)
        {
            AddAlso(Cut(all[host..hostEnd]), host, hostEnd, Position);
        }

        var name = all[host..lastDot];
        var nameStart = host + name.LastIndexOf('.') + 1;
        if (lastDot > nameStart)
        {
            Also(all[nameStart..lastDot], nameStart, lastDot, Position);
        }

        AddMain(Cut(all[host..pathEnd]), start, after, stop: false);
        return after;
    }

    /// <summary>Where the path ends without query, fragment and closing punctuation, and where the url does.</summary>
    private static (int Path, int Url) PathEnd(ReadOnlySpan<char> all, int i)
    {
        var port = i;
        if (i < all.Length && all[i] == ':' && RunOfDigits(all, i + 1) is > 0 and var digits)
        {
            port = i + 1 + digits;
        }

        if (port >= all.Length || all[port] is not ('/' or '?'))
        {
            return (i, i);
        }

        var end = port;
        while (end < all.Length && all[end] is > ' ' and < '\u007F' and not ('<' or '>' or '"' or '`' or '{' or '}' or '|' or '^' or '\\'))
        {
            end++;
        }

        while (end > port + 1 && all[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'')
        {
            end--;
        }

        var cut = all[port..end].IndexOfAny('?', '#');
        var path = cut < 0 ? end : port + cut;
        while (path > port && all[path - 1] == '/')
        {
            path--;
        }

        return (path > port && port == i ? path : i, end);
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> value) => value[..Math.Min(value.Length, LongestTerm)];
}
