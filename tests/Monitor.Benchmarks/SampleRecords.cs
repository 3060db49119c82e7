using Monitor.Core.Model;

namespace Monitor.Benchmarks;

/// <summary>Made-up posts, documents and queries whose words follow Zipf's law, as words of real text do (Zipf 1949), from a fixed seed.</summary>
internal sealed class SampleRecords(int seed)
{
    /// <summary>Words in the stock.</summary>
    private const int Stock = 60_000;

    private static readonly string[] Common =
        ["the", "to", "of", "in", "and", "a", "is", "for", "on", "iran", "twitter", "people", "accounts", "news", "ایران", "و", "در", "به", "من", "في"];

    private readonly Random _random = new(seed);

    /// <summary>A word of this rank, 0 the commonest.</summary>
    public static string Word(int rank)
    {
        if (rank < Common.Length)
        {
            return Common[rank];
        }

        Span<char> letters = stackalloc char[12];
        var n = 0;
        var first = rank % 5 == 0 ? 'ا' : 'a';
        for (var rest = (uint)rank * 2654435761u % 4000000007u; rest > 0 && n < 9; rest /= 23)
        {
            letters[n++] = (char)(first + (rest % 23));
        }

        return letters[..n].ToString();
    }

    /// <summary>Words drawn by rank.</summary>
    public string Text(int words)
    {
        var text = new System.Text.StringBuilder(words * 7);
        for (var i = 0; i < words; i++)
        {
            text.Append(i == 0 ? "" : " ").Append(Word(Rank()));
        }

        return text.ToString();
    }

    /// <summary>A rank by Zipf's law with exponent 1.</summary>
    public int Rank() => Math.Min(Stock - 1, (int)Math.Pow(Stock, _random.NextDouble()) - 1);

    /// <summary>A post like those of the archives: 6 to 24 words, some with a tag, a handle and a short link.</summary>
    public Post Post(int number)
    {
        var text = Text(6 + _random.Next(19)) + (_random.Next(3) == 0 ? $" #{Word(50 + _random.Next(500))}" : "") + (_random.Next(3) == 0 ? $" @user{_random.Next(5000)}" : "")
            + (_random.Next(3) == 0 ? $" https://t.co/{_random.Next():x}" : "");
        var account = _random.Next(2000);
        return new(Ids.Post("twitter", (1_000_000_000_000_000L + number).ToString(System.Globalization.CultureInfo.InvariantCulture)), $"twitter:{account:x16}", text,
            new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(_random.Next(2_000_000)), new("bench-release", 1, "tweets.csv", number + 2, number * 700L))
        {
            Language = _random.Next(5) == 0 ? "fa" : "en",
            Client = "Twitter Web Client",
            Counts = new(_random.Next(9), 0, _random.Next(9), 0),
        };
    }

    /// <summary>A document.</summary>
    public Document Document(int number, int words) =>
        new(Ids.Document($"https://example.org/{number}"), DocumentKind.Article, $"https://example.org/{number}", Text(words)) { Title = Text(9), Language = "en", Country = "IR" };
}
