using System.Globalization;
using Monitor.Tests.Archives;

namespace Monitor.Tests.Pipeline;

/// <summary>
/// A made-up release of a few files: accounts in one or two tables, posts in up to three, some posts in two files with different words, some accounts known only by their posts,
/// some rows that are none. The same seed gives the same files.
/// </summary>
internal sealed class SmallRelease
{
    /// <summary>Words that its texts are made of.</summary>
    public static readonly string[] Words = ["presenter", "student", "راهپیمایی", "elecciones", "#YouAreBots", "market"];

    private readonly Random _random;

    public SmallRelease(int seed, bool rivals = true)
    {
        _random = new(seed);
        Accounts = [.. Enumerable.Range(0, _random.Next(1, 9)).Select(Profile)];
        var posts = Enumerable.Range(0, _random.Next(0, 60)).Select(Post).ToList();
        Posts = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => new List<string>())];
        foreach (var post in posts)
        {
            Posts[_random.Next(Posts.Count)].Add(post(Text()));
            if (rivals && _random.Next(4) == 0)
            {
                Posts[_random.Next(Posts.Count)].Add(post(Text()));
            }
        }

        Posts[0].Add("only,two");
    }

    /// <summary>Rows of the account table.</summary>
    public IReadOnlyList<string> Accounts { get; }

    /// <summary>Rows of each table of posts.</summary>
    public IReadOnlyList<List<string>> Posts { get; }

    /// <summary>Writes the files.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="shuffle">Seed for another order of the rows among the posts; null keeps theirs.</param>
    public IReadOnlyList<string> Write(TemporaryFolder folder, int? shuffle = null)
    {
        var files = new List<string> { folder.Put("users.csv", Table(ReleaseFiles.UserHeader, Accounts.Take((Accounts.Count + 1) / 2))) };
        for (var i = 0; i < Posts.Count; i++)
        {
            var rows = Posts[i].ToArray();
            if (shuffle is { } seed)
            {
                new Random(seed + i).Shuffle(rows);
            }

            files.Add(folder.Put($"tweets-{i}.csv", Table(ReleaseFiles.TweetHeader, rows)));
        }

        return files;
    }

    private static string Table(string header, IEnumerable<string> rows) => string.Concat(new[] { header }.Concat(rows).Select(r => r + "\n"));

    private string Text() => string.Join(' ', Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Words[_random.Next(Words.Length)]));

    private string Profile(int number)
    {
        var id = number % 3 == 0 ? number.ToString("x64", CultureInfo.InvariantCulture) : $"{7000 + number}";
        return $"{id},Name {number},{(number % 3 == 0 ? id : "handle" + number)},Tehran,\"{Text()}\nsecond line\",,{number * 100},{number},2014-02-0{number + 1},fa";
    }

    private Func<string, string> Post(int number)
    {
        var (profile, time, tag) = (Accounts[_random.Next(Accounts.Count)], $"2017-03-08 15:{_random.Next(60):00}", _random.Next(3) == 0 ? "['YouAreBots']" : "[]");
        return text => $"{839501234567890000 + number},{profile},en,\"{text}\",{time},Web,,,,false,,,,,0,0,{number},0,\"{tag}\",[],[],";
    }
}
