using System.Globalization;
using System.Text;

namespace Monitor.Core.Text.Places;

/// <summary>One word of a location.</summary>
/// <param name="Folded">In the analyzer's folding.</param>
/// <param name="Written">As written.</param>
/// <param name="Segment">Number of the segment between commas, slashes and the like.</param>
internal readonly record struct PlaceWord(string Folded, string Written, int Segment);

/// <summary>Cuts a location into words of letters, digits and marks.</summary>
internal static class PlaceWords
{
    /// <summary>Most of a location that is read; the fields of platforms hold fewer.</summary>
    private const int MostRead = 300;

    public static IReadOnlyList<PlaceWord> Of(string location)
    {
        var text = Shortened.Cut(location, MostRead);
        var words = new List<PlaceWord>();
        var (word, segment) = (new StringBuilder(), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || rune.Value is 0x200C or '\'' or 0x2019)
            {
                word.Append(rune.ToString());
                continue;
            }

            End();
            segment += rune.Value is ',' or '،' or '、' or '，' or '/' or '|' or '·' or '•' or '(' or ')' or ';' or '-' or '–' or '—' or '\n' ? 1 : 0;
        }

        End();
        return words;

        void End()
        {
            var written = word.ToString().Trim('\'', '’');
            word.Clear();
            var folded = Analyzer.Fold(written);
            if (folded.Length > 0)
            {
                words.Add(new(folded, written, segment));
            }
        }
    }

    /// <summary>True for a word of a script that is written without blanks between words.</summary>
    public static bool IsUnspaced(string word) => word.Any(c => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u3040' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF'));
}
