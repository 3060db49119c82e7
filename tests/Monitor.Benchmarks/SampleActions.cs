using Monitor.Core.Model;

namespace Monitor.Benchmarks;

/// <summary>
/// Made-up posts of two years by independent accounts, whose objects follow Zipf's law (a few links and posts are shared a hundred thousand times), and among them
/// <see cref="Groups"/> groups of <see cref="Members"/> accounts that act together within four seconds, <see cref="Times"/> times by each trace. From a seed.
/// </summary>
internal sealed class SampleActions(int seed, int count, bool minutes)
{
    private const int Groups = 40;
    private const int Members = 5;
    private const int Times = 12;
    private const int Days = 730;

    private static readonly DateTimeOffset Begin = new(2016, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly int _accounts = Math.Clamp(count / 500, 1_000, 20_000);
    private readonly string[] _words = [.. Enumerable.Range(0, 40_000).Select(SampleRecords.Word)];

    /// <summary>Posts made.</summary>
    public int Count => count;

    /// <summary>Pairs that act together.</summary>
    public IEnumerable<(string A, string B)> Planted =>
        from g in Enumerable.Range(0, Groups)
        from a in Enumerable.Range(0, Members)
        from b in Enumerable.Range(a + 1, Members - a - 1)
        select (Account((g * Members) + a), Account((g * Members) + b));

    /// <summary>The posts, in no order of time.</summary>
    public async IAsyncEnumerable<Post> Posts()
    {
        var random = new Random(seed);
        var number = 0;
        for (var act = 0; act < Groups * Times * 4; act++)
        {
            var second = (long)random.Next(Days) * 86_400 + random.Next(86_000);
            var text = Text(random, 14);
            for (var member = 0; member < Members; member++)
            {
                yield return Make(random, number++, (act % Groups * Members) + member, second + random.Next(5), act / Groups % 4, $"planted{act}", text);
            }
        }

        while (number < count)
        {
            yield return Make(random, number++, random.Next(_accounts), (long)random.Next(Days) * 86_400 + random.Next(86_400), random.Next(4), $"{Zipf(random, 3_000_000)}", Text(random, 6 + random.Next(16)));
        }

        await Task.CompletedTask;
    }

    private Post Make(Random random, int number, int account, long second, int kind, string target, string text)
    {
        var time = Begin.AddSeconds(minutes ? second - (second % 60) : second);
        var post = new Post($"twitter:{1_000_000_000_000L + number}", Account(account), text, time, new("sample", 1, "tweets.csv", number + 2, number * 400L)) { Language = "en", Client = "Sample Client" };
        return kind switch
        {
            0 => post with { Text = "RT @sample: " + text, IsRepost = true, RepostedPost = target },
            1 => post with { Urls = [$"https://news.example/{target}"] },
            2 => post with { Hashtags = target.StartsWith('p') ? [target, "sample"] : [$"tag{Zipf(random, 3_000)}", $"tag{random.Next(3)}"] },
            _ => post with { ReplyToPost = target, ReplyToUser = "1" },
        };
    }

    private string Text(Random random, int words)
    {
        var text = new System.Text.StringBuilder(words * 7);
        for (var i = 0; i < words; i++)
        {
            text.Append(i == 0 ? "" : " ").Append(_words[Zipf(random, _words.Length)]);
        }

        return text.ToString();
    }

    private static int Zipf(Random random, int most) => Math.Min(most - 1, (int)Math.Pow(most, random.NextDouble()) - 1);

    private static string Account(int number) => $"twitter:{number:000000}";
}
