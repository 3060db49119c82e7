using System.Text;

namespace Monitor.Core.Reviews.Sampling;

/// <summary>The scripts of a text, by the Unicode blocks of its letters: a word in one script never matches a word in another.</summary>
internal static class Scripts
{
    /// <summary>First code point of a run of blocks, and the script of it; "" for code points that belong to all scripts (Unicode 16, Blocks.txt).</summary>
    private static readonly (int From, string Name)[] Blocks =
    [
        (0, "Latin"), (0x0370, "Greek"), (0x0400, "Cyrillic"), (0x0530, "Armenian"), (0x0590, "Hebrew"), (0x0600, "Arabic"), (0x0700, "another"), (0x0750, "Arabic"),
        (0x0780, "another"), (0x0870, "Arabic"), (0x0900, "Devanagari"), (0x0980, "Bengali"), (0x0A00, "another"), (0x0B80, "Tamil"), (0x0C00, "another"), (0x0E00, "Thai"),
        (0x0E80, "another"), (0x10A0, "Georgian"), (0x1100, "Korean"), (0x1200, "another"), (0x1C80, "Cyrillic"), (0x1C90, "Georgian"), (0x1CC0, "another"), (0x1D00, "Latin"),
        (0x1D2B, "another"), (0x1E00, "Latin"), (0x1F00, "Greek"), (0x2000, ""), (0x2C60, "Latin"), (0x2C80, "another"), (0x2DE0, "Cyrillic"), (0x2E00, ""),
        (0x2E80, "Chinese or Japanese"), (0x3130, "Korean"), (0x3190, "Chinese or Japanese"), (0xA000, "another"), (0xA640, "Cyrillic"), (0xA6A0, "another"), (0xA720, "Latin"),
        (0xA800, "another"), (0xAC00, "Korean"), (0xD800, "another"), (0xF900, "Chinese or Japanese"), (0xFB00, "Latin"), (0xFB13, "Armenian"), (0xFB1D, "Hebrew"),
        (0xFB50, "Arabic"), (0xFE00, ""), (0xFE70, "Arabic"), (0xFF00, "Latin"), (0xFF66, "Chinese or Japanese"), (0x10000, "another"), (0x1D400, "Latin"),
        (0x1D800, "another"), (0x20000, "Chinese or Japanese"), (0x40000, "another"),
    ];

    /// <summary>Scripts of the letters of a text, the most frequent first; empty for a text without letters, such as one of pictures.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var counts = new Dictionary<string, int>();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) && Name(rune.Value) is { Length: > 0 } name)
            {
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
        }

        return [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];
    }

    private static string Name(int code)
    {
        var at = Array.BinarySearch(Blocks, (code, "\uFFFF"));
        return Blocks[(at < 0 ? ~at : at + 1) - 1].Name;
    }
}
