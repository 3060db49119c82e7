using Monitor.Core.Linking.Groups;

namespace Monitor.Core.Linking.Places;

/// <summary>Names of platforms in the languages of the corpus, each with the lower-case name that releases use.</summary>
internal static class Platforms
{
    private static readonly Dictionary<string, string> Names = new[]
    {
        ("twitter", "twitter tweet tweets tweeted توییتر تویتر تويتر تويتر تويتر твиттер טוויטר 推特"),
        ("facebook", "facebook فیسبوک فیس‌بوک فيسبوك фейсбук פייסבוק 脸书"),
        ("instagram", "instagram اینستاگرام انستغرام إنستغرام инстаграм"),
        ("youtube", "youtube یوتیوب يوتيوب ютуб"),
        ("telegram", "telegram تلگرام تلغرام تيليغرام телеграм"),
        ("reddit", "reddit"),
        ("tiktok", "tiktok تیک‌تاک"),
    }.SelectMany(p => p.Item2.Split(' ').Select(n => (Name: string.Concat(WordScanner.Scan(n).Select(w => w.Folded)), Platform: p.Item1)))
        .DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Platform, StringComparer.Ordinal);

    /// <summary>How a platform writes its own name.</summary>
    public static string Name(string platform) => platform switch
    {
        "youtube" => "YouTube",
        "tiktok" => "TikTok",
        { Length: > 0 } => char.ToUpperInvariant(platform[0]) + platform[1..],
        _ => "the platform",
    };

    /// <summary>The platforms a text names, sorted.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var words = WordScanner.Scan(text);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var form in words[i].Forms.Append(i + 1 < words.Count ? words[i].Folded + words[i + 1].Folded : ""))
            {
                if (Names.TryGetValue(form, out var platform))
                {
                    found.Add(platform);
                }
            }
        }

        return [.. found];
    }
}
