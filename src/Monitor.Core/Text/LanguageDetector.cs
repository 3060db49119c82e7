namespace Monitor.Core.Text;

/// <summary>
/// Tells the language of a text by its script and, where several languages share the script, by common words (weighted by how few languages share them),
/// telling letters and word endings (after Grefenstette 1995, "Comparing two language identification schemes"). Deterministic, and "und" where nothing tells.
/// </summary>
public static class LanguageDetector
{
    /// <summary>More than this many UTF-16 units add nothing but time.</summary>
    private const int Enough = 4000;

    private static readonly (int From, int To, string Language)[] Scripts =
    [
        (0x0370, 0x03FF, "el"), (0x0530, 0x058F, "hy"), (0x0590, 0x05FF, "he"), (0x0900, 0x097F, "hi"), (0x0980, 0x09FF, "bn"), (0x0A00, 0x0A7F, "pa"),
        (0x0A80, 0x0AFF, "gu"), (0x0B80, 0x0BFF, "ta"), (0x0C00, 0x0C7F, "te"), (0x0D00, 0x0D7F, "ml"), (0x0E00, 0x0E7F, "th"), (0x0E80, 0x0EFF, "lo"),
        (0x1000, 0x109F, "my"), (0x10A0, 0x10FF, "ka"), (0x1200, 0x137F, "am"), (0x1780, 0x17FF, "km"), (0x3040, 0x30FF, "ja"), (0xAC00, 0xD7A3, "ko"),
        (0x3400, 0x9FFF, "zh"), (0x0600, 0x06FF, "arab"), (0x0750, 0x077F, "arab"), (0xFB50, 0xFDFF, "arab"), (0xFE70, 0xFEFC, "arab"), (0x0400, 0x052F, "cyrl"),
    ];

    private static readonly ProfileScorer Latin = new(LanguageProfiles.Latin);
    private static readonly ProfileScorer Arabic = new(LanguageProfiles.Arabic);
    private static readonly ProfileScorer Cyrillic = new(LanguageProfiles.Cyrillic);

    /// <summary>Every language that it can name, BCP 47, sorted.</summary>
    public static IReadOnlyList<string> Languages { get; } =
    [
        .. Scripts.Select(s => s.Language).Where(l => l.Length == 2)
            .Concat(new[] { LanguageProfiles.Latin, LanguageProfiles.Arabic, LanguageProfiles.Cyrillic }.SelectMany(p => p).Select(p => p.Language))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The BCP 47 language of a text; "und" when it has no words or nothing tells.</summary>
    public static string Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Words(text.Length > Enough ? text[..Enough] : text);
        return Script(words) switch
        {
            "latn" => Latin.Best(words),
            "arab" => Arabic.Best(words),
            "cyrl" => Cyrillic.Best(words),
            var language => language,
        };
    }

    /// <summary>Words in lower case, without urls, handles, hashtags and numbers, which look the same in every language.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var piece in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece[0] is '@' or '#' || piece.Contains("://", StringComparison.Ordinal) || piece.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var start = -1;
            for (var i = 0; i <= piece.Length; i++)
            {
                var inside = i < piece.Length && (CharacterClasses.Of(piece[i]) is CharacterClass.Letter or CharacterClass.Mark or CharacterClass.Single || piece[i] is '·' or '¿' or '¡');
                if (inside && start < 0)
                {
                    start = i;
                }
                else if (!inside && start >= 0)
                {
                    words.Add(piece[start..i].ToLowerInvariant());
                    start = -1;
                }
            }
        }

        return words;
    }

    /// <summary>The script with the most letters; a language where the script has but one. A little Kana makes Han Japanese.</summary>
    private static string Script(List<string> words)
    {
        var counts = new Dictionary<string, int>();
        foreach (var c in words.SelectMany(w => w))
        {
            var script = ScriptOf(c);
            if (script.Length > 0)
            {
                counts[script] = counts.GetValueOrDefault(script) + (script is "zh" or "ja" or "ko" ? 2 : 1); // a character says as much as two letters
            }
        }

        if (counts.Count == 0)
        {
            return "und";
        }

        if (counts.TryGetValue("zh", out var han) && counts.TryGetValue("ja", out var kana) && kana * 10 >= han)
        {
            counts["ja"] = han + kana;
        }

        return counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key;
    }

    private static string ScriptOf(char c)
    {
        if (c is (>= 'a' and <= 'z') or (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF'))
        {
            return "latn";
        }

        foreach (var (from, to, language) in Scripts)
        {
            if (c >= from && c <= to)
            {
                return language;
            }
        }

        return "";
    }
}
