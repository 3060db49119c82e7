using System.Globalization;

namespace Monitor.Core.Text.Places;

/// <summary>Which languages are used in a country, as the cultures of .NET (CLDR) have them, and language codes as platforms write them.</summary>
public static class CountryLanguages
{
    private static readonly Lazy<Dictionary<string, HashSet<string>>> ByCountry = new(Read);

    private static readonly Lazy<Dictionary<string, string>> ByName = new(() => CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Where(c => c.TwoLetterISOLanguageName.Length == 2 && c.Name == c.TwoLetterISOLanguageName).DistinctBy(c => c.EnglishName, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(c => c.EnglishName, c => c.TwoLetterISOLanguageName, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// The ISO 639 code of a language as a release has it: Twitter's old codes (<c>in</c>, <c>iw</c>) and English names (<c>Russian</c>, as FiveThirtyEight writes)
    /// included; empty for undetermined (<c>und</c>), for Twitter's codes without language (<c>qme</c>, <c>zxx</c> and the like, all of three letters) and for what is no language.
    /// </summary>
    public static string Code(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var first = language.Split('-', '_')[0];
        return first.Length switch
        {
            2 => first.ToLowerInvariant() switch { "in" => "id", "iw" => "he", "ji" => "yi", "no" => "nb", "tl" => "fil", var code => code },
            > 3 => ByName.Value.GetValueOrDefault(language, ""),
            _ => "",
        };
    }

    /// <summary>True when the language is used in the country, or the list knows nothing of the country.</summary>
    public static bool IsUsedIn(string code, string country) => !ByCountry.Value.TryGetValue(country, out var languages) || languages.Contains(code);

    private static Dictionary<string, HashSet<string>> Read()
    {
        var used = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures))
        {
            var region = culture.Name.Split('-')[^1];
            if (region.Length == 2)
            {
                (used.TryGetValue(region, out var languages) ? languages : used[region] = new(StringComparer.Ordinal)).Add(culture.TwoLetterISOLanguageName);
            }
        }

        return used;
    }
}
