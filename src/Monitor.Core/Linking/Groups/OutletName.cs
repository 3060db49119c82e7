namespace Monitor.Core.Linking.Groups;

/// <summary>Names of outlets written as one word ("CityNews", "Riverpress", "HillTV"), in Latin letters the world over.</summary>
internal static class OutletName
{
    private static readonly string[] Heads = ["news", "press", "tv", "radio", "times"];

    /// <summary>English words that end like it and are none.</summary>
    private static readonly HashSet<string> Words = new(
        ["express", "impress", "cypress", "compress", "suppress", "depress", "empress", "oppress", "sometimes", "lifetimes", "daytimes", "overtimes", "betimes", "sinews", "renews"], StringComparer.Ordinal);

    /// <summary>The last part of the word that makes it an outlet's name; null when there is none.</summary>
    public static string? Head(string word) =>
        Words.Contains(word) ? null : Array.Find(Heads, h => word.Length >= h.Length + 3 && word.EndsWith(h, StringComparison.Ordinal));
}
