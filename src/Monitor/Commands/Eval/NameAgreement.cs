using System.Globalization;
using System.Text;

namespace Monitor.Commands.Eval;

/// <summary>Whether two names agree, by the rule of the scorer beside the gold data: the same words, or one a shorter form of the other, titles aside.</summary>
internal static class NameAgreement
{
    private static readonly HashSet<string> Titles = [.. """
        mr mrs ms miss dr sir lord lady dame prof professor president vice prime minister senator sen rep representative congressman congresswoman governor gov mayor judge
        justice secretary general gen colonel col major captain capt lt sgt king queen prince princess chancellor ambassador director chief executive officer spokesman
        spokeswoman spokesperson former the a an his her their el la los las le les der die das herr frau señor señora don monsieur madame dr. آقای خانم دکتر مهندس سید حجت
        الاسلام آیت الله السيد السيدة الدكتور الرئيس
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    public static bool Agree(string a, string b)
    {
        var (x, y) = (Bare(Words(a)), Bare(Words(b)));
        if (x.Count == 0 || y.Count == 0)
        {
            return x.Count == 0 && y.Count == 0;
        }

        if (x.SequenceEqual(y))
        {
            return true;
        }

        var (shorter, longer) = x.Count <= y.Count ? (x, y) : (y, x);
        return shorter.Count == 1
            ? shorter[0] == longer[^1] || (CodePointLength(shorter[0]) > 3 && longer.Contains(shorter[0]))
            : shorter.All(longer.Contains);
    }

    private static List<string> Bare(List<string> words)
    {
        var bare = words.Where(w => !Titles.Contains(w)).ToList();
        return bare.Count > 0 ? bare : words;
    }

    private static int CodePointLength(string word) => word.EnumerateRunes().Count();

    private static List<string> Words(string name)
    {
        var folded = name.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('ي', 'ی').Replace('ك', 'ک').Replace('\u200C', ' ').Normalize(NormalizationForm.FormD);
        var plain = new StringBuilder();
        foreach (var rune in folded.EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) != UnicodeCategory.NonSpacingMark))
        {
            plain.Append(rune);
        }

        var (words, word) = (new List<string>(), new StringBuilder());
        var text = plain.ToString();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\'' or '’' && i + 1 < text.Length && text[i + 1] == 's' && (i + 2 == text.Length || !IsWord(text[i + 2])))
            {
                i++; // the genitive
            }
            else if (IsWord(text[i]) || char.IsSurrogate(text[i]))
            {
                word.Append(text[i]);
                continue;
            }
            else if (word.Length == 0)
            {
                continue;
            }
            else
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static bool IsWord(char c) => char.IsLetter(c) || char.IsNumber(c) || c == '_';
}
