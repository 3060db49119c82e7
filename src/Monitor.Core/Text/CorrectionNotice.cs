using System.Text.RegularExpressions;

namespace Monitor.Core.Text;

/// <summary>
/// Finds the paragraph in which a page says that it was corrected. The cues are the openings that newsrooms' published correction policies prescribe
/// ("Correction:", "An earlier version of this article …") and their counterparts in other languages; a paragraph that only speaks of a correction is none.
/// </summary>
public static partial class CorrectionNotice
{
    /// <summary>A longer paragraph is an article about a correction, not a notice.</summary>
    private const int Longest = 1_000;

    /// <summary>The notice, as it stands in the text; null when there is none.</summary>
    /// <param name="text">Paragraphs separated by line feeds.</param>
    public static string? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var paragraph = text.AsSpan(range).Trim();
            if (paragraph.Length is > 0 and <= Longest && (Opening().IsMatch(paragraph) || Earlier().IsMatch(paragraph)))
            {
                return paragraph.ToString();
            }
        }

        return null;
    }

    /// <summary>A label with a colon, a dash or a date behind it.</summary>
    [GeneratedRegex(
        @"^[\p{P}\s]*(correction|corrected|clarification|editor['’]s note|corrección|corrige|fe de erratas|aclaración|rectificatif|erratum|correctif|berichtigung|korrektur|anmerkung der redaktion|исправление|уточнение|correção|errata|تصحيح|تصويب|اصلاحیه|تصحیح|تصحيح خبر)(\s*\([^)]{0,40}\)|[\s,.]+[\p{L}\p{Nd},. ]{0,20}\p{Nd}[\p{L}\p{Nd},. ]{0,12})?\s*[:：–—-]",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"\b(an?|this|the) (earlier|previous|original) version of (this|the|our) (article|story|report|post|headline)\b|\bthis (article|story|report|post|headline) (has been|was) (corrected|amended|updated to correct)\b|una versión anterior de (este|esta|la) (artículo|nota|noticia|información)|une version (précédente|antérieure) de (cet|cette) (article|dépêche)|in einer (früheren|ersten) (version|fassung) (dieses|des) (artikels|textes|berichts)|в (предыдущей|ранней|первоначальной) версии|در نسخه (قبلی|پیشین|اولیه) این (خبر|گزارش|مطلب)|في نسخة سابقة من هذا (الخبر|التقرير|المقال)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Earlier();
}
