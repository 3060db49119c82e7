using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;

namespace Monitor.Tests.Corpus;

/// <summary>Queries and records over a small stock of words, so that many of them meet.</summary>
internal static class QueryGenerator
{
    private static readonly string[] Words =
    [
        "Iran", "iranian", "accounts", "account", "suspended", "students", "the", "of", "zarif", "@JZarif", "#YouAreBots", "you", "are", "bots", "4,779", "۴۷۷۹", "cnet.com",
        "https://www.cnet.com/a/b?x=1", "حساب‌ها", "حسابها", "می‌شود", "می", "شود", "ایران", "الحكومة", "外交", "U.S.", "l'Iran", "e-mail", "snake_case", "#a_b", "@a_b", "x&y", "—",
    ];

    private static readonly string[] Fields =
    [
        "speaker:zarif", "speaker:\"Javad Zarif\"", "handle:jzarif", "handle:@JZARIF", "source:s1", "country:ir", "country:US", "lang:en", "lang:pt", "kind:post", "kind:quote",
        "bio:students", "bio:stud*", "bio:\"you are\"", "location:ایران", "location:\"U.S.\"", "name:zarif", "name:Javad*",
        "release:r1", "platform:twitter", "hashtag:youarebots", "hashtag:#A_B", "from:2018-09", "to:2018", "on:2018-09-16", "followers:>10", "verdict:false", "verdict:\"Mostly True\"", "id:d1", "id:c2", "source:",
    ];

    private static readonly Gen<QueryNode> Near = Gen.OneOf(
        Gen.Elements(Words).Select(QueryNode (w) => new WordNode(w)), Gen.Elements(Words).ListOf(2).Select(QueryNode (w) => new PhraseNode(string.Join(' ', w))));

    private static readonly Gen<QueryNode> Leaf = Gen.Frequency(
        (6, Gen.Elements(Words).Select(QueryNode (w) => new WordNode(w))),
        (3, Gen.Elements(Words).ListOf(2).Select(QueryNode (w) => new PhraseNode(string.Join(' ', w)))),
        (2, Gen.Elements("iran", "acount", "acccount", "accuont", "suspende", "zarff", "#YuAreBots", "@JZarlf", "cnett", "حسابهای", "ایرن", "بots", "4,778", "snaek").Select(QueryNode (w) => new FuzzyNode(w))),
        (2, from a in Near from b in Near from distance in Gen.Choose(1, 6) select (QueryNode)new NearNode(a, b, distance)),
        (2, Gen.Elements("ir", "acc", "suspended", "حسا", "#you", "外", "stud").Select(QueryNode (w) => new PrefixNode(w))),
        (4, Gen.Elements(Fields[..^1]).Select(f => QueryParser.Parse(f).Tree!)));

    /// <summary>Trees as the parser makes them.</summary>
    public static Gen<QueryNode> Query { get; } = Gen.Sized(size => Tree(Math.Min(size, 12)));

    public static Gen<string> Text { get; } = Gen.Elements(Words).ListOf().Select(w => string.Join(' ', w));

    public static Gen<Document> Document(string id) =>
        from title in Text
        from text in Text
        from author in Gen.Elements("", "Javad Zarif", "Zarif Javad")
        from handle in Gen.Elements(null, "JZarif", "a_b")
        from rest in Gen.Choose(0, 1 << 12)
        select new Document(id, (rest & 1) == 0 ? DocumentKind.Post : DocumentKind.Article, "https://example.org/" + id, text)
        {
            Title = title,
            Authors = author.Length == 0 ? [] : [author],
            Handle = handle,
            Country = (rest & 2) == 0 ? "IR" : "",
            Language = (rest & 4) == 0 ? "en" : "pt-BR",
            SourceId = (rest & 8) == 0 ? "s1" : "",
            Hashtags = (rest & 16) == 0 ? ["YouAreBots"] : [],
            Published = (rest & 32) == 0 ? null : new DateTimeOffset(2018, 9, 15 + (rest >> 6 & 3), 23, 30, 0, TimeSpan.FromHours(rest >> 8 & 3)),
        };

    public static Gen<Claim> Claim(string id) =>
        from text in Text
        from speaker in Gen.Elements("", "Javad Zarif", "Twitter")
        from handle in Gen.Elements(null, "JZarif", "a_b")
        from rest in Gen.Choose(0, 1 << 8)
        select new Claim(id, text, (rest & 1) == 0 ? ClaimKind.Quote : ClaimKind.Post, new Speaker(speaker) { Handle = handle, Country = (rest & 2) == 0 ? "IR" : null })
        {
            Language = (rest & 4) == 0 ? "en" : "und",
            Said = (rest & 8) == 0 ? null : PartialDate.Day(2018, 9, 15 + (rest >> 4 & 3)),
            Hashtags = (rest & 64) == 0 ? ["a_b"] : [],
        };

    public static Gen<Account> Account(string userId) =>
        from bio in Text
        from location in Text
        from name in Gen.Elements("", "Javad Zarif", "students")
        from handle in Gen.Elements("", "JZarif", "a_b")
        from rest in Gen.Choose(0, 1 << 8)
        select new Account(Ids.Account("twitter", userId), "twitter", userId, new("r1", 1, "users.csv", 2, 0))
        {
            Bio = bio,
            Location = location,
            Name = name,
            Handle = handle,
            Hashed = (rest & 7) == 0,
            Hidden = (rest & 7) == 0 ? ["userid", "handle", "name"] : (rest & 24) == 0 ? ["bio"] : (rest & 32) == 0 ? ["location"] : [],
            Language = (rest & 64) == 0 ? "en" : "fa",
            Followers = rest,
        };

    private static Gen<QueryNode> Tree(int size)
    {
        if (size <= 1)
        {
            return Leaf;
        }

        var inner = Tree(size / 3);
        var some = inner.ListOf(2).Select(l => l.ToList());
        return Gen.Frequency(
            (3, Leaf),
            (1, inner.Select(QueryNode (n) => n is NotNode ? n : new NotNode(n))),
            (2, some.Select(QueryNode (l) => new AndNode(l))),
            (2, some.Select(QueryNode (l) => new OrNode(l))));
    }
}
