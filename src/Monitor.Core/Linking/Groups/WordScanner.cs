using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Monitor.Core.Linking.Groups;

/// <summary>
/// Cuts a bio, a name, a place or a claim into the words that the group lexicon compares: urls and mail addresses are left out, hashtags are split at capitals
/// and underscores, Chinese and Thai fall into signs. Clauses and sentences are those of bios, where a bar, a bullet or an emoji ends a statement.
/// </summary>
internal static partial class WordScanner
{
    private const string SentenceMarks = ".!?؟。！？;؛|¦•●▪■◆★☆♦~\n\r…";
    private const string ClauseMarks = ",،、/\\–—:：،(){}[]+*=<>-";

    public static IReadOnlyList<Word> Scan(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var state = new State(text);
        var at = 0;
        foreach (var skipped in Skipped().EnumerateMatches(text))
        {
            state.Read(at, skipped.Index);
            state.Skip(skipped.Index, skipped.Index + skipped.Length);
            at = skipped.Index + skipped.Length;
        }

        state.Read(at, text.Length);
        return state.Words;
    }

    /// <summary>Urls, mail addresses, bare host names and handles.</summary>
    [GeneratedRegex(@"https?://\S*|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|@\w+|\b[\w-]+\.(com|net|org|ir|info|tv|me|ly|co|co\.uk|news|io|ru|cat|cu)\b(/\S*)?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Skipped();

    private sealed class State(string text)
    {
        private int clause;
        private int sentence;
        private char closing;
        private int quotedFrom;

        public List<Word> Words { get; } = [];

        public void Skip(int start, int end)
        {
            if (text[start] == '@')
            {
                Words.Add(new("@", ["@"], start, end, clause, sentence, false));
            }
            else
            {
                EndSentence();
            }
        }

        public void Read(int from, int to)
        {
            var at = from;
            while (at < to)
            {
                var end = WordEnd(text, at, to);
                if (end > at)
                {
                    Add(at, end);
                    at = end;
                    continue;
                }

                Rune.DecodeFromUtf16(text.AsSpan(at, to - at), out var rune, out var length);
                if (text[at] == '#' && at + 1 < to && WordEnd(text, at + 1, to) > at + 1)
                {
                    at = AddHashtag(at, to);
                    continue;
                }

                Separator(rune, at, to);
                at += Math.Max(1, length);
            }
        }

        private int AddHashtag(int at, int to)
        {
            var end = at + 1;
            while (end < to && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '\u200c' || IsMark(text[end])))
            {
                end++;
            }

            var first = Words.Count;
            var start = at + 1;
            for (var i = at + 1; i <= end; i++)
            {
                var cut = i == end || text[i] is '_' or '\u200c' || (i > start && BeginsWord(i, end));
                if (cut && i > start)
                {
                    Add(start, i);
                }

                start = cut ? (i < end && text[i] is '_' or '\u200c' ? i + 1 : i) : start;
            }

            if (Words.Count > first)
            {
                Words[first] = Words[first] with { Hashtag = "#" + WordFolding.Fold(text[(at + 1)..end]) };
            }

            return Math.Max(end, at + 1);
        }

        private bool BeginsWord(int at, int end) =>
            char.IsUpper(text[at]) && (char.IsLower(text[at - 1]) || (char.IsUpper(text[at - 1]) && at + 1 < end && char.IsLower(text[at + 1])));

        private void Add(int start, int end)
        {
            var folded = WordFolding.Fold(text[start..end]);
            if (folded.Length > 0)
            {
                Words.Add(new(folded, WordFolding.Forms(folded), start, end, clause, sentence, closing != '\0'));
            }
        }

        private void Separator(Rune rune, int at, int to)
        {
            var c = text[at];
            if (closing != '\0' && c == closing)
            {
                closing = '\0';
            }
            else if (closing == '\0' && Closing(c) is var mark and not '\0' && text.AsSpan(at + 1, to - at - 1).IndexOf(mark) > 0)
            {
                closing = mark;
                quotedFrom = at;
            }

            var between = at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
            if (SentenceMarks.Contains(c, StringComparison.Ordinal) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol || (c is ' ' && IsWide(text, at)))
            {
                EndSentence();
            }
            else if (ClauseMarks.Contains(c, StringComparison.Ordinal) && !(c is '-' && between))
            {
                clause++;
            }
        }

        private void EndSentence()
        {
            sentence++;
            clause++;
            if (closing != '\0' && Words.Count > 0 && Words[^1].Start - quotedFrom > 300)
            {
                closing = '\0';
            }
        }

        private static bool IsWide(string text, int at) => at + 2 < text.Length && text[at + 1] == ' ' && text[at + 2] == ' ';

        private static char Closing(char c) => c switch { '"' => '"', '“' => '”', '„' => '“', '«' => '»', '”' => '”', _ => '\0' };

        private static int WordEnd(string text, int at, int to)
        {
            var end = at;
            while (end < to)
            {
                Rune.DecodeFromUtf16(text.AsSpan(end, to - end), out var rune, out var length);
                var ideograph = rune.Value is (>= 0x4e00 and <= 0x9fff) or (>= 0x3400 and <= 0x4dbf) or (>= 0x0e01 and <= 0x0e2e);
                if (ideograph)
                {
                    if (end > at)
                    {
                        break;
                    }

                    end += length;
                    while (end < to && IsMark(text[end]))
                    {
                        end++;
                    }

                    break;
                }

                var gershayim = text[end] is '"' or '״' or '\u200d' or '·' && end > at && end + 1 < to && IsHebrewOrLatinLetter(text[end - 1]) && IsHebrewOrLatinLetter(text[end + 1]);
                if (!Rune.IsLetterOrDigit(rune) && !IsMark(text[end]) && !gershayim && !(end > at && IsInvisible(text[end])))
                {
                    break;
                }

                end += length;
            }

            return end;
        }

        private static bool IsHebrewOrLatinLetter(char c) => c is (>= '\u05d0' and <= '\u05ea') or 'l' or 'L';

        /// <summary>Marks of direction and joining that stand inside words unseen; the half-space parts words of compounds and is none of them.</summary>
        private static bool IsInvisible(char c) => c is not '\u200c' && char.GetUnicodeCategory(c) == UnicodeCategory.Format;

        private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && c is not '\ufe0f';
    }
}
