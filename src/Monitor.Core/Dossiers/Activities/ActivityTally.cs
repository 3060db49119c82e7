using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Activities;

/// <summary>Counts an account's posts as they stream by. Bounded: of each kind of value at most <see cref="DistinctLimit"/> different ones are counted, and a few rows kept as examples.</summary>
internal sealed class ActivityTally(string userId)
{
    /// <summary>Values listed of each kind.</summary>
    public const int Listed = 50;

    private const int DistinctLimit = 50_000;
    private readonly int[][] hourByWeekday = Enumerable.Range(0, 7).Select(_ => new int[24]).ToArray();
    private readonly SortedDictionary<DateOnly, int> perDay = [];
    private readonly Dictionary<string, long> languages = [];
    private readonly Dictionary<string, long> clients = [];
    private readonly Dictionary<string, long> hashtags = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> mentions = [];
    private readonly HashSet<string> repliedTo = [];
    private readonly HashSet<ulong> texts = [];
    private int posts;
    private int reposts;
    private int replies;
    private int repliesToOthers;
    private int withClient;
    private int mobile;
    private int scheduled;
    private int own;
    private int repeated;

    /// <summary>First and last post by time.</summary>
    public Post? First { get; private set; }

    public Post? Last { get; private set; }

    /// <summary>Rows of reposts, replies, and so on, as examples.</summary>
    public PostExamples Examples { get; } = new();

    public void Add(Post post)
    {
        posts++;
        AddTime(post);
        AddKind(post);
        AddClient(post);
        AddText(post);
        Count(languages, post.Language);
        foreach (var tag in post.Hashtags)
        {
            Count(hashtags, tag);
        }

        foreach (var url in post.Urls)
        {
            Count(hosts, Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : "");
        }

        foreach (var user in post.Mentions)
        {
            Count(mentions, user);
        }
    }

    public Activity ToActivity() => new(
        posts, reposts, replies, First?.Time, Last?.Time, hourByWeekday, perDay.Select(d => new DayCount(d.Key, d.Value)).ToList(),
        Most(languages), Most(clients), Most(hashtags), Most(hosts), Most(mentions));

    public PostMeasures ToMeasures() => new(
        posts, reposts, repliesToOthers, repliedTo.Count, withClient, mobile, scheduled, own, repeated, PostingHours.Of(hourByWeekday, perDay.Count));

    private static List<ValueCount> Most(Dictionary<string, long> counts) => counts
        .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(Listed).Select(c => new ValueCount(c.Key, c.Value)).ToList();

    private static void Count(Dictionary<string, long> counts, string value)
    {
        if (value.Length > 0 && (counts.Count < DistinctLimit || counts.ContainsKey(value)))
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }
    }

    private void AddTime(Post post)
    {
        if (post.Time is not { } time)
        {
            return;
        }

        First = First is null || time < First.Time ? post : First;
        Last = Last is null || time >= Last.Time ? post : Last;
        var utc = time.UtcDateTime;
        hourByWeekday[((int)utc.DayOfWeek + 6) % 7][utc.Hour]++;
        Examples.Hours[utc.Hour].Keep(post.Source);
        var day = DateOnly.FromDateTime(utc);
        perDay[day] = perDay.GetValueOrDefault(day) + 1;
    }

    private void AddKind(Post post)
    {
        if (post.IsRepost)
        {
            reposts++;
            Examples.Reposts.Keep(post.Source);
        }
        else if (post.ReplyToUser.Length > 0 || post.ReplyToPost.Length > 0)
        {
            replies++;
            if (post.ReplyToUser.Length > 0 && post.ReplyToUser != userId)
            {
                repliesToOthers++;
                Examples.Replies.Keep(post.Source);
                if (repliedTo.Count < DistinctLimit)
                {
                    repliedTo.Add(post.ReplyToUser);
                }
            }
        }
    }

    private void AddClient(Post post)
    {
        Count(clients, post.Client);
        withClient += post.Client.Length > 0 ? 1 : 0;
        if (ClientKinds.IsMobile(post.Client))
        {
            mobile++;
            Examples.Mobile.Keep(post.Source);
        }
        else if (ClientKinds.IsScheduling(post.Client))
        {
            scheduled++;
            Examples.Scheduled.Keep(post.Source);
        }
    }

    private void AddText(Post post)
    {
        if (post.IsRepost || TextKey.Words(post.Text) is not { } words)
        {
            return;
        }

        own++;
        var hash = TextKey.Hash(words);
        if (texts.Contains(hash))
        {
            repeated++;
            Examples.Repeated.Keep(post.Source);
        }
        else if (texts.Count < DistinctLimit)
        {
            texts.Add(hash);
            Examples.Sample.Keep(post, words, hash);
        }
    }
}
