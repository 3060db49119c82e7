using System.Runtime.InteropServices;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.Checked;

/// <summary>Character 3- and 4-grams within the words of a text, as hashes (FNV-1a over UTF-16 units; a collision only blurs one gram).</summary>
internal static class CharacterGrams
{
    public static Dictionary<int, int> Of(string text)
    {
        var grams = new Dictionary<int, int>();
        var folded = Analyzer.Fold(text);
        var padded = new char[folded.Length + 2];
        var length = 0;
        padded[length++] = ' ';
        foreach (var c in folded)
        {
            var sign = char.IsLetterOrDigit(c) ? c : ' ';
            if (sign != ' ' || padded[length - 1] != ' ')
            {
                padded[length++] = sign;
            }
        }

        padded[length++] = ' ';
        for (var i = 0; i < length; i++)
        {
            var hash = unchecked((int)2166136261);
            for (var n = 0; n < 4 && i + n < length; n++)
            {
                if (n > 0 && padded[i + n - 1] == ' ' && n > 1)
                {
                    break; // a blank stands only at the ends of a gram: grams do not span words
                }

                hash = unchecked((hash ^ padded[i + n]) * 16777619);
                if (n >= 2)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(grams, hash, out _)++;
                }
            }
        }

        return grams;
    }
}
