using System.Text.RegularExpressions;

namespace Monitor.Core.Text;

/// <summary>Whether a sentence denies: a plain negation word of English, Spanish, French, German, Portuguese, Russian, Persian or Arabic, as their grammars list them.</summary>
public static partial class Negation
{
    /// <summary>True when it holds a negation. Two of them count as one: whether they cancel out is for a reader to say.</summary>
    public static bool In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Word().IsMatch(text);
    }

    [GeneratedRegex(
        @"\b(not|never|cannot|nobody|\p{L}+n['’]t|no longer|neither|nunca|jamás|tampoco|ne|n['’]\p{L}+ pas|jamais|nicht|kein|keine|keinen|keiner|niemals|não|не|нет|никогда|نه|نیست|نبود|نبوده|نکرد|نکرده|نداشت|ندارد|هرگز|لا|لم|لن|ليس|ليست|ما كان)\b|(^|\P{L})no (es|fue|son|eran|ha|han|había|hay|está|están|se)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
