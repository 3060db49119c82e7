using System.Security.Cryptography;
using System.Text;
using Monitor.Core.Text;

namespace Monitor.Core.Dossiers.Bios;

/// <summary>
/// A bio as it is compared: letters and digits in the analyzer's folding (case, Arabic and Persian letters, digits), without blanks, marks and links, which platforms
/// write anew in every profile.
/// </summary>
/// <param name="Letters">The letters and digits.</param>
internal sealed record BioText(string Letters)
{
    /// <summary>Letters and digits that a bio must have to be compared: "Student", "Love life" and the like are shared by chance.</summary>
    public const int LeastLetters = 20;

    /// <summary>
    /// Letters of a shingle. A word changed in a bio of a hundred letters then changes some nine of 97 shingles, which leaves a resemblance of about 0.83 (see
    /// <see cref="BioIndex.NearlyEqual"/>).
    /// </summary>
    public const int ShingleLetters = 4;

    /// <summary>What a bio is compared by; null when it is too short.</summary>
    public static BioText? Of(string bio)
    {
        var letters = new StringBuilder(bio.Length);
        foreach (var part in bio.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Contains("://", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var rune in Analyzer.Fold(part).EnumerateRunes())
            {
                if (Rune.IsLetterOrDigit(rune))
                {
                    letters.Append(rune.ToString());
                }
            }
        }

        return letters.Length < LeastLetters ? null : new(letters.ToString());
    }

    /// <summary>128 bits that stand for the letters.</summary>
    public (ulong High, ulong Low) Key
    {
        get
        {
            Span<byte> hash = stackalloc byte[32];
            SHA256.HashData(Encoding.UTF8.GetBytes(Letters), hash);
            return (BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
        }
    }

    /// <summary>The set of its shingles, each as 32 bits.</summary>
    public HashSet<uint> Shingles()
    {
        var shingles = new HashSet<uint>();
        for (var i = 0; i + ShingleLetters <= Letters.Length; i++)
        {
            shingles.Add(Shingle(Letters.AsSpan(i, ShingleLetters)));
        }

        return shingles;
    }

    /// <summary>Resemblance of two bios: the share of common shingles among all of both (Broder 1997), 0 to 1.</summary>
    public double Resemblance(BioText other)
    {
        var (mine, its) = (Shingles(), other.Shingles());
        var common = mine.Count(its.Contains);
        return (double)common / (mine.Count + its.Count - common);
    }

    /// <summary>Four letters are 64 bits; their products with an odd constant (Knuth, The Art of Computer Programming 3, 6.4) make 32 well-spread ones.</summary>
    private static uint Shingle(ReadOnlySpan<char> letters)
    {
        var bits = 0UL;
        foreach (var letter in letters)
        {
            bits = (bits << 16) | letter;
        }

        bits *= 0x9E3779B97F4A7C15;
        return (uint)((bits ^ (bits >> 29)) * 0xBF58476D1CE4E5B9 >> 32);
    }
}
