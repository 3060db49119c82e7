using System.Collections.Frozen;

namespace Monitor.Core.Text;

/// <summary>Words that carry little meaning, folded. Negations are never among them.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Negations = LanguageProfiles.Negations.Select(Analyzer.Fold).ToFrozenSet();
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = AllProfiles().ToFrozenDictionary(p => p.Language, p => Fold(p.Words));
    private static readonly FrozenSet<string> Everywhere = AllProfiles().SelectMany(p => Fold(p.Words)).Concat(Affixes())
        .Except(LanguageProfiles.Ambiguous.Select(Analyzer.Fold)).ToFrozenSet();

    /// <summary>True for a stop word of the language; of any language, ambiguous words left out, when it is unknown.</summary>
    public static bool Contains(ReadOnlySpan<char> foldedWord, string? language)
    {
        var words = language is not null && ByLanguage.TryGetValue(language.Split('-')[0], out var own) ? own : Everywhere;
        return words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(foldedWord);
    }

    private static IEnumerable<LanguageProfile> AllProfiles() => [.. LanguageProfiles.Latin, .. LanguageProfiles.Arabic, .. LanguageProfiles.Cyrillic];

    private static IEnumerable<string> Affixes() => ["می", "نمی", "ها", "های", "تر", "ترین"];

    private static FrozenSet<string> Fold(string[] words) => words.Select(Analyzer.Fold).Where(w => w.Length > 0 && !Negations.Contains(w)).ToFrozenSet();
}
