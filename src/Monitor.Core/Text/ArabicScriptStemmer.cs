namespace Monitor.Core.Text;

/// <summary>
/// Light stemming of folded words in Arabic letters, one set of rules for Arabic and Persian since a query does not tell which it is: the article with its
/// particles and the regular plurals after light10 (Larkey, Ballesteros and Connell 2002), and the Persian plurals. What would touch common short words of
/// the other language needs a longer rest.
/// </summary>
internal static class ArabicScriptStemmer
{
    private static readonly string[] Articles = ["وال", "بال", "کال", "فال"];
    private static readonly string[] PersianPlurals = ["هایشان", "هایمان", "هایتان", "هایی", "هایش", "هایم", "هایت", "های", "ها"];
    private static readonly HashSet<string> Kept = ["میلیون", "فلسطین", "تلویزیون", "قانون", "اوکراین", "همچنین", "چندین", "البته", "الان", "الله"];
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> KeptWords = Kept.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Stems in place; returns the new length.</summary>
    public static int Stem(Span<char> word, int length)
    {
        if (length < 5 || KeptWords.Contains(word[..length]))
        {
            return length;
        }

        var from = Prefix(word[..length]);
        if (from > 0)
        {
            word[from..length].CopyTo(word);
            length -= from;
        }

        foreach (var plural in PersianPlurals)
        {
            if (length - plural.Length >= 3 && word[..length].EndsWith(plural))
            {
                length -= plural.Length;
                break;
            }
        }

        return KeptWords.Contains(word[..length]) ? length : Suffix(word, length);
    }

    private static int Prefix(ReadOnlySpan<char> word)
    {
        foreach (var article in Articles)
        {
            if (word.Length >= 7 && word.StartsWith(article))
            {
                return 3;
            }
        }

        return word.Length >= 5 && (word.StartsWith("ال") || word.StartsWith("لل")) ? 2 : 0;
    }

    private static int Suffix(Span<char> word, int length)
    {
        var w = word[..length];
        if (length >= 6 && (w.EndsWith("ویان") || w.EndsWith("ایان")))
        {
            return length - 3; // دانشجویان → دانشجو
        }

        if (length >= 6 && w.EndsWith("گان"))
        {
            return length - 3; // نویسندگان → نویسند, as نویسنده below
        }

        if (length >= 6 && (w.EndsWith("یان") || w.EndsWith("گران") || w.EndsWith("گاران")))
        {
            return length - 2; // ایرانیان → ایرانی, خبرنگاران → خبرنگار
        }

        if (length >= 6 && (w.EndsWith("ات") || w.EndsWith("ون") || w.EndsWith("ین")))
        {
            return length - 2; // انتخابات → انتخاب, صحفیون and صحفیین → صحفی
        }

        return length >= 5 && word[length - 1] == 'ه' ? length - 1 : length; // حکومة, written حکومه too
    }
}
