using System.Globalization;

namespace Monitor.Demo;

/// <summary>One synthetic post of the sample release.</summary>
/// <param name="Id">Snowflake id; holds the second that <paramref name="Time"/> is rounded from.</param>
/// <param name="Account">Who posts.</param>
/// <param name="Time">Moment in UTC.</param>
/// <param name="Language">Language of the text.</param>
/// <param name="Text">The text, with line breaks where it has some.</param>
/// <param name="Client">Name of the posting program.</param>
/// <param name="Likes">Likes; the other counts follow from it.</param>
public sealed record SamplePost(long Id, SampleAccount Account, DateTime Time, string Language, string Text, string Client, int Likes)
{
    /// <summary>The post that this one answers, if any.</summary>
    public SamplePost? ReplyTo { get; init; }

    /// <summary>The post that this one repeats, if any.</summary>
    public SamplePost? Retweet { get; init; }

    /// <summary>Addresses behind the shortened links of the text.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>Ids of the accounts that the text names.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    /// <summary>Choices of a poll.</summary>
    public IReadOnlyList<string> Poll { get; init; } = [];

    /// <summary>Hashtags of the text without #.</summary>
    public IReadOnlyList<string> Hashtags =>
        [.. Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1 && w[0] == '#').Select(w => w[1..].TrimEnd('.', ','))];
}

/// <summary>Makes the 3,000 posts of the sample release, always the same.</summary>
public static class SamplePosts
{
    /// <summary>The last day with posts.</summary>
    public static readonly DateOnly LastDay = new(2018, 10, 10);

    private const int SharedLinks = 70;
    private static readonly DateTime Start = new(2017, 9, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>All posts in the order of their ids.</summary>
    public static IReadOnlyList<SamplePost> All()
    {
        var maker = new Maker(new SampleRandom(20190613));
        var accounts = SampleAccounts.All;
        foreach (var outlet in accounts.Where(a => a.Role == SampleRole.Outlet))
        {
            maker.Outlet(outlet);
        }

        maker.Together([.. accounts.Where(a => a.Role == SampleRole.CoPosting)], SharedLinks);
        foreach (var account in accounts.Where(a => a.Role != SampleRole.Outlet))
        {
            maker.Own(account, account.Posts - (account.Role == SampleRole.CoPosting ? SharedLinks : 0));
        }

        return [.. maker.Posts.OrderBy(p => p.Id)];
    }

    private sealed class Maker(SampleRandom random)
    {
        private readonly List<SamplePost> headlines = [];
        private readonly HashSet<string> said = new(StringComparer.Ordinal);
        private int links;

        public List<SamplePost> Posts { get; } = [];

        public void Outlet(SampleAccount account)
        {
            for (var i = 0; i < account.Posts; i++)
            {
                var (link, url) = Link(account.Language);
                var text = Fill(random.Pick(SamplePhrases.Headlines[account.Language]), account.Language) + " " + link;
                headlines.Add(Add(account, Moment(account), text, random.Next(200), p => p with { Urls = [url] }));
            }
        }

        /// <summary>The same link from several accounts within seconds, in one minute.</summary>
        public void Together(IReadOnlyList<SampleAccount> accounts, int times)
        {
            for (var i = 0; i < times; i++)
            {
                var first = Moment(accounts.MaxBy(a => a.Created)!);
                first = first.AddSeconds(random.Next(20) - first.Second);
                var headline = Fill(random.Pick(SamplePhrases.Headlines["en"]), "en");
                var (link, url) = Link("en");
                for (var k = 0; k < accounts.Count; k++)
                {
                    var text = (k % 3) switch { 0 => headline + " " + link, 1 => headline + ": " + link, _ => "Worth reading: " + headline + " " + link };
                    Add(accounts[k], first.AddSeconds(k * (2 + random.Next(5))), text, random.Next(6), p => p with { Urls = [url] });
                }
            }
        }

        public void Own(SampleAccount account, int count)
        {
            var campaign = count == 0 ? 0 : HashtagPosts(account);
            var subjects = Subjects(account);
            for (var i = 0; i < count; i++)
            {
                if (i < campaign)
                {
                    var tagged = new DateTime(2018, 9, 16, 18, 0, 0, DateTimeKind.Utc).AddHours(12 + (24 * random.Next(12))).AddSeconds(random.Next(9000));
                    var words = SamplePhrases.YouAreBots[account.Language];
                    Add(account, tagged, words[i % words.Length], 5 + random.Next(60), p => p);
                }
                else
                {
                    Everyday(account, subjects, i);
                }
            }
        }

        private void Everyday(SampleAccount account, List<string[]> subjects, int index)
        {
            var time = Moment(account);
            var person = Rests(account);
            var source = random.Pick(headlines);
            if (person && random.Chance(8) && source.Time < time)
            {
                Add(account, time, $"RT @{source.Account.Handle}: {source.Text}", 0,
                    p => p with { Language = source.Language, Retweet = source, Mentions = [source.Account.Id], Urls = source.Urls });
                return;
            }

            var text = person ? Fresh(account, subjects) : Sentence(account, subjects);
            if (person && random.Chance(10) && Posts.Count > 0 && random.Pick(Posts) is var other && other.Time < time && other.Account != account)
            {
                Add(account, time, $"@{other.Account.Handle} {text}", random.Next(4), p => p with { ReplyTo = other, Mentions = [other.Account.Id] });
                return;
            }

            if (random.Chance(6))
            {
                text += "\n\n" + Sentence(account, subjects);
            }

            var poll = account.Role == SampleRole.Presenter && index == account.Posts - 1;
            var (link, url) = random.Chance(12) ? Link(account.Language) : ("", "");
            Add(account, time, link.Length == 0 ? text : text + " " + link, random.Next(person ? 25 : 4),
                p => p with { Urls = url.Length == 0 ? [] : [url], Poll = poll ? ["چای", "قهوه"] : [] });
        }

        /// <summary>Words that nobody has posted yet: people do not repeat each other to the letter.</summary>
        private string Fresh(SampleAccount account, List<string[]> subjects)
        {
            var text = Sentence(account, subjects);
            for (var i = 0; !said.Add(text); i++)
            {
                text = i < 5 ? Sentence(account, subjects) : text + " / " + Sentence(account, subjects);
            }

            return text;
        }

        private string Sentence(SampleAccount account, List<string[]> subjects)
        {
            if (account.Role == SampleRole.CopiedBio)
            {
                return Fill(random.Pick(SamplePhrases.Campaign), "en");
            }

            var work = Work(account);
            if (work is not null && random.Chance(40))
            {
                return Fill(random.Pick(work), account.Language);
            }

            var subject = random.Pick(subjects);
            var text = Fill(subject[1 + random.Next(subject.Length - 1)], account.Language);
            return random.Chance(25) ? text + " #" + subject[0] : text;
        }

        /// <summary>The presenter, the journalist, two students, the six that post together and one other take up the hashtag.</summary>
        private static int HashtagPosts(SampleAccount account) => account.Role switch
        {
            SampleRole.Presenter => 3,
            SampleRole.Journalist => 2,
            SampleRole.Student when account.Language is "fa" or "en" => 2,
            SampleRole.CoPosting => 3,
            SampleRole.Ordinary when account.Followers >= SampleAccounts.PlainFrom => 1,
            _ => 0,
        };

        private static string[]? Work(SampleAccount account) =>
            SamplePhrases.Work.GetValueOrDefault(account.Role.ToString()) ?? SamplePhrases.Work.GetValueOrDefault($"{account.Role}/{account.Language}");

        /// <summary>People have several subjects, an account of the burst has one.</summary>
        private List<string[]> Subjects(SampleAccount account)
        {
            var all = SamplePhrases.Everyday[account.Language].ToList();
            var keep = account.Role == SampleRole.Burst ? 1 : 5;
            while (all.Count > keep)
            {
                all.RemoveAt(random.Next(all.Count));
            }

            return all;
        }

        private static bool Rests(SampleAccount account) =>
            account.Role is not (SampleRole.Outlet or SampleRole.CopiedBio or SampleRole.Burst or SampleRole.CoPosting);

        /// <summary>A moment of an account's life; people are silent from 20:30 to 03:30 UTC, which is midnight to seven in Tehran.</summary>
        private DateTime Moment(SampleAccount account)
        {
            var from = account.Created.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            from = from > Start ? from : Start;
            var day = from.AddDays(random.Next(LastDay.DayNumber - DateOnly.FromDateTime(from).DayNumber));
            return Rests(account) ? day.AddSeconds(12_600 + random.Next(61_200)) : day.AddSeconds(random.Next(86_400));
        }

        private (string Link, string Url) Link(string language)
        {
            links++;
            return (string.Create(CultureInfo.InvariantCulture, $"https://t.co/Sample{links:0000}"), string.Create(CultureInfo.InvariantCulture, $"https://news.sample.example/{language}/{links:0000}"));
        }

        private string Fill(string text, string language) => text
            .Replace("{c}", random.Pick(SamplePhrases.Places[language]), StringComparison.Ordinal)
            .Replace("{d}", random.Pick(SamplePhrases.Days[language]), StringComparison.Ordinal)
            .Replace("{n}", (2 + random.Next(38)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

        private SamplePost Add(SampleAccount account, DateTime time, string text, int likes, Func<SamplePost, SamplePost> more)
        {
            var client = account.Role switch
            {
                SampleRole.CoPosting or SampleRole.Outlet => "IFTTT",
                SampleRole.CopiedBio or SampleRole.Burst => "Twitter Web Client",
                _ => account.Following % 2 == 0 ? "Twitter for Android" : random.Chance(20) ? "Twitter Web Client" : "Twitter for iPhone",
            };
            var post = more(new SamplePost(SampleIds.At(time, Posts.Count), account, time, account.Language, text, client, likes));
            Posts.Add(post);
            return post;
        }
    }
}
