using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Monitor.Core.Dossiers.Activities;

/// <summary>What two posts are compared by to be of the same words: letters and digits in lower case, without links, mentions and the "RT @name:" of a repost.</summary>
internal static class TextKey
{
    /// <summary>Words from which on the same words twice say something; shorter texts are greetings and thanks.</summary>
    public const int LeastWords = 6;

    /// <summary>The words of a text that count, with a blank between them; null when they are too few.</summary>
    public static string? Words(string text)
    {
        var kept = new StringBuilder(text.Length);
        var words = 0;
        foreach (var part in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part[0] == '@' || part.Contains("://", StringComparison.Ordinal) || (words == 0 && part == "RT"))
            {
                continue;
            }

            var before = kept.Length;
            kept.Append(before > 0 ? " " : "");
            var start = kept.Length;
            foreach (var letter in part)
            {
                if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
                {
                    kept.Append(char.ToLowerInvariant(letter));
                }
            }

            if (kept.Length == start)
            {
                kept.Length = before;
            }
            else
            {
                words++;
            }
        }

        return words < LeastWords ? null : kept.ToString();
    }

    /// <summary>The longest run of words without link or mention, at most <paramref name="limit"/> words of it, as it stands in the text: what to search for to find the same words.</summary>
    public static string LongestRun(string text, int limit)
    {
        var best = new List<string>();
        var run = new List<string>();
        foreach (var part in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part[0] == '@' || part.Contains("://", StringComparison.Ordinal) || part.EndsWith('…'))
            {
                run = [];
                continue;
            }

            run.Add(part);
            best = run.Count > best.Count ? run : best;
        }

        return string.Join(' ', best.Take(limit));
    }

    /// <summary>64 bits that stand for a text.</summary>
    public static ulong Hash(ReadOnlySpan<char> words)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(MemoryMarshal.AsBytes(words), hash);
        return BitConverter.ToUInt64(hash);
    }
}
