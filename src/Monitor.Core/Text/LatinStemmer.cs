using System.Buffers;

namespace Monitor.Core.Text;

/// <summary>
/// Light stemming of words in Latin letters by their letters alone, so that a query whose language nobody knows meets the document. It joins plurals
/// (Harman's S-stemmer, 1991, which also serves French and Spanish; <c>-eaux</c>, <c>-aux</c> after Savoy 1999) and English <c>-ed</c> and <c>-ing</c>
/// (steps 1b and 5a of Porter 1980, cut down). Words of fewer than four letters stay.
/// </summary>
internal static class LatinStemmer
{
    private static readonly HashSet<string> Kept =
    [
        "news", "united", "during", "morning", "evening", "nothing", "something", "anything", "everything", "species", "series", "beijing", "embed",
        "hundred", "sacred", "naked", "wicked", "boeing", "always", "perhaps", "mohammed", "mohamed", "muhammed", "ahmed", "hamed", "saeed",
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> KeptWords = Kept.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>Stems in place; returns the new length, which is never greater.</summary>
    public static int Stem(Span<char> word, int length)
    {
        if (length < 4 || KeptWords.Contains(word[..length]))
        {
            return length;
        }

        var w = word[..length];
        if (length >= 5 && (w.EndsWith("ies") || w.EndsWith("ied")))
        {
            word[length - 3] = 'y';
            return length - 2;
        }

        length = Plural(word, length);
        length = KeptWords.Contains(word[..length]) ? length : Verb(word, length);
        if (length >= 5 && word[..length].EndsWith("ie"))
        {
            word[length - 2] = 'y';
            return length - 1;
        }

        if (length >= 6 && word[length - 1] == 'e' && word[length - 2] != 'e')
        {
            return length - 1;
        }

        if (length >= 5 && word[length - 1] == 'i')
        {
            word[length - 1] = 'y';
        }

        return length;
    }

    private static int Plural(Span<char> word, int length)
    {
        var w = word[..length];
        if (w.EndsWith("eaux"))
        {
            return length - 1;
        }

        if (length >= 6 && w.EndsWith("aux"))
        {
            word[length - 2] = 'l';
            return length - 1;
        }

        if (length >= 5 && (w.EndsWith("xes") || w.EndsWith("ches") || w.EndsWith("shes") || w.EndsWith("sses") || w.EndsWith("zzes")))
        {
            return length - 2;
        }

        return word[length - 1] == 's' && word[length - 2] is not ('s' or 'u' or 'i') ? length - 1 : length;
    }

    private static int Verb(Span<char> word, int length)
    {
        var w = word[..length];
        var rest = w.EndsWith("ing") ? length - 3 : w.EndsWith("ed") && !w.EndsWith("eed") ? length - 2 : 0;
        if (rest < 3 || !HasVowel(word[..rest]))
        {
            return length;
        }

        var last = word[rest - 1];
        if (last == word[rest - 2] && !IsVowel(word, rest - 1) && last is not ('l' or 's' or 'z'))
        {
            return rest - 1;
        }

        if (rest <= 4 && Measure(word[..rest]) == 1 && EndsShort(word, rest))
        {
            word[rest] = 'e';
            return rest + 1;
        }

        return rest;
    }

    /// <summary>Porter's *o: consonant, vowel, consonant that is not w, x or y.</summary>
    private static bool EndsShort(ReadOnlySpan<char> word, int length) =>
        length >= 3 && !IsVowel(word, length - 1) && IsVowel(word, length - 2) && !IsVowel(word, length - 3) && word[length - 1] is not ('w' or 'x' or 'y');

    /// <summary>Porter's m: how often a vowel is followed by a consonant.</summary>
    private static int Measure(ReadOnlySpan<char> word)
    {
        var m = 0;
        for (var i = 1; i < word.Length; i++)
        {
            m += IsVowel(word, i - 1) && !IsVowel(word, i) ? 1 : 0;
        }

        return m;
    }

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);

    private static bool IsVowel(ReadOnlySpan<char> word, int index) =>
        word[index] is 'a' or 'e' or 'i' or 'o' or 'u' || (word[index] == 'y' && index > 0 && !IsVowel(word, index - 1));
}
