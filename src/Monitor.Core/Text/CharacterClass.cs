using System.Globalization;

namespace Monitor.Core.Text;

/// <summary>What a character is to the analyzer.</summary>
internal enum CharacterClass : byte
{
    /// <summary>Separates words.</summary>
    Other,

    /// <summary>Part of a word.</summary>
    Letter,

    /// <summary>Part of a word or number.</summary>
    Digit,

    /// <summary>A combining mark: goes on with a word, never begins one.</summary>
    Mark,

    /// <summary>A word by itself: scripts written without blanks (Han, Kana, Hangul, Thai, Lao, Khmer, Burmese).</summary>
    Single,
}

/// <summary>The class of every character, looked up in a table made once.</summary>
internal static class CharacterClasses
{
    private static readonly CharacterClass[] Table = Build();

    /// <summary>The class of the code point that begins at <paramref name="index"/>, and its length in UTF-16 units.</summary>
    public static CharacterClass At(ReadOnlySpan<char> text, int index, out int length)
    {
        var c = text[index];
        length = 1;
        if (!char.IsSurrogate(c))
        {
            return Table[c];
        }

        if (!char.IsHighSurrogate(c) || index + 1 >= text.Length || !char.IsLowSurrogate(text[index + 1]))
        {
            return CharacterClass.Other;
        }

        length = 2;
        var code = char.ConvertToUtf32(c, text[index + 1]);
        var category = CharUnicodeInfo.GetUnicodeCategory(code);
        return code is >= 0x20000 and < 0x40000 || code is >= 0x1B000 and < 0x1B170 ? CharacterClass.Single : Of(category);
    }

    /// <summary>The class of a character that is no surrogate.</summary>
    public static CharacterClass Of(char c) => Table[c];

    private static CharacterClass Of(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter => CharacterClass.Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharacterClass.Digit,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharacterClass.Mark,
        _ => CharacterClass.Other,
    };

    private static bool StandsAlone(int c) => c is
        (>= 0x0E01 and <= 0x0E2E) or (>= 0x0E2F and <= 0x0E30) or (>= 0x0E32 and <= 0x0E33) or (>= 0x0E40 and <= 0x0E46) or // Thai
        (>= 0x0E80 and <= 0x0EB0) or (>= 0x0EC0 and <= 0x0EC6) or (>= 0x0EDC and <= 0x0EDF) or // Lao
        (>= 0x1000 and <= 0x102A) or (>= 0x1780 and <= 0x17B3) or // Burmese, Khmer
        (>= 0x1100 and <= 0x11FF) or (>= 0xAC00 and <= 0xD7A3) or // Hangul
        0x3005 or 0x3007 or (>= 0x3041 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or // Kana
        (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF); // Han

    private static CharacterClass[] Build()
    {
        var table = new CharacterClass[char.MaxValue + 1];
        for (var c = 0; c < table.Length; c++)
        {
            var kind = Of(CharUnicodeInfo.GetUnicodeCategory((char)c));
            table[c] = kind is CharacterClass.Letter or CharacterClass.Digit && StandsAlone(c) ? CharacterClass.Single : kind;
        }

        return table;
    }
}
