using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Benchmarks;

/// <summary>Made-up accounts, claims and releases for measurements, from a fixed seed.</summary>
internal sealed class SampleAccounts(int seed)
{
    private static readonly string[] Given = ["Mina", "Reza", "Omid", "Leila", "John", "Maria", "Иван", "Ольга", "مینا", "رضا", "فاطمه", "خالد", "José", "Lucía", "Anna", "Mehmet", "Sara", "Yusuf", "Nadia", "Peter"];
    private static readonly string[] Sounds = ["ba", "do", "ri", "ka", "mo", "ne", "sha", "ta", "vi", "zo", "lu", "fe", "ghi", "pa", "hu", "je"];
    private static readonly string[] Roles = ["student of history", "TV presenter", "journalist", "teacher", "software engineer", "دانشجو", "خبرنگار", "طالب جامعي", "periodista", "estudiante", "nurse", "lawyer", "news agency", "журналист"];
    private static readonly string[] Asked = ["students", "TV presenters", "journalists", "teachers", "doctors", "officials"];

    private readonly Random random = new(seed);
    private readonly SampleRecords words = new(seed);

    /// <summary>A release of this many accounts.</summary>
    public static Release Release(string id, string country, long accounts) => new(id, "Sample " + id, "twitter")
    {
        Countries = [country],
        Announced = PartialDate.Day(2018, 10, 17),
        Versions = accounts > 0 ? [new(1, DateTimeOffset.UnixEpoch, []) { Accounts = accounts }] : [],
    };

    /// <summary>An account; every second one is hashed, a third has no bio.</summary>
    public Account Account(int number, string release)
    {
        var id = (number + (seed * 100_000_000L)).ToString("x16", CultureInfo.InvariantCulture);
        var hashed = random.Next(2) == 0;
        var bio = random.Next(3) == 0 ? "" : words.Text(4 + random.Next(14)) + (random.Next(8) == 0 ? ". " + Roles[random.Next(Roles.Length)] : "");
        return new(Ids.Account("twitter", id), "twitter", id, new(release, 1, "users.csv", number + 2, number * 300L))
        {
            Handle = hashed ? id : "user" + id,
            Name = hashed ? id : $"{Given[random.Next(Given.Length)]} {Surname()}",
            Bio = bio,
            Location = random.Next(4) == 0 ? "Tehran, Iran" : "",
            Hashed = hashed,
            Hidden = hashed ? ["userid", "handle", "name"] : [],
            Created = PartialDate.Day(2010 + random.Next(8), 1 + random.Next(12), 1),
            Language = random.Next(3) == 0 ? "fa" : "en",
        };
    }

    /// <summary>A claim; one that fits speaks of Iran and Twitter, and every third of those of a group.</summary>
    public Claim Claim(int number, bool fits)
    {
        var speaker = $"{Given[random.Next(Given.Length)]} {Surname()}";
        var text = $"{words.Text(8 + random.Next(12))}{(fits ? $" Twitter closed accounts of Iranians {(number % 3 == 0 ? "incl " + Asked[random.Next(Asked.Length)] + " & " + Asked[random.Next(Asked.Length)] : "")}" : "")}{(random.Next(20) == 0 ? " said " + speaker : "")}";
        return new($"c{number:D9}", text, ClaimKind.Quote, new(speaker) { Handle = random.Next(3) == 0 ? "user" + random.Next(1_000_000).ToString("x16", CultureInfo.InvariantCulture) : null })
        {
            Said = PartialDate.Day(2018, 9, 16),
            Language = "en",
            Hashtags = random.Next(5) == 0 ? [SampleRecords.Word(5_000 + random.Next(5_000))] : [],
        };
    }

    private string Surname() => string.Concat(Enumerable.Range(0, 3 + random.Next(3)).Select(_ => Sounds[random.Next(Sounds.Length)])) is var name ? char.ToUpperInvariant(name[0]) + name[1..] : "";
}
