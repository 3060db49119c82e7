using Monitor.Core.Corpus;
using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Dossiers.Hashtags;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Releases;

/// <summary>Counts the posts of a release as they stream by in any order. Memory: 8 bytes an account and at most <see cref="MostValues"/> values of each kind.</summary>
internal sealed class PostTally
{
    private const int Listed = 50;
    private const int MostValues = 50_000;

    private readonly SortedDictionary<DateOnly, int> perDay = [];
    private readonly BoundedCounts<string> languages = new(MostValues, StringComparer.Ordinal);
    private readonly BoundedCounts<string> clients = new(MostValues, StringComparer.Ordinal);
    private readonly BoundedCounts<string> hashtags = new(MostValues, StringComparer.Ordinal);
    private readonly HashSet<ulong> accounts = [];
    private string lastAccount = "";
    private DateTimeOffset? first;
    private DateTimeOffset? last;
    private long untimed;
    private long own;
    private long replies;
    private long quotes;
    private long reposts;

    /// <summary>Counts a post in.</summary>
    public void Add(Post post)
    {
        _ = post.IsRepost ? reposts++ : post.ReplyToUser.Length > 0 || post.ReplyToPost.Length > 0 ? replies++ : post.QuotedPost.Length > 0 ? quotes++ : own++;
        AddTime(post.Time);
        languages.Add(post.Language);
        clients.Add(post.Client);
        foreach (var tag in post.Hashtags)
        {
            hashtags.Add(tag);
        }

        if (post.AccountId != lastAccount)
        {
            accounts.Add(TextKey.Hash(lastAccount = post.AccountId));
        }
    }

    /// <summary>What was counted.</summary>
    public PostFacts ToFacts() => new(
        own + replies + quotes + reposts, accounts.Count, first, last, untimed, new PostKinds(own, replies, quotes, reposts),
        [.. perDay.Select(d => new DayCount(d.Key, d.Value))], QuietMonths(), languages.Largest(Listed), clients.Largest(Listed), hashtags.LargestFolded(Listed, RecordTerms.Hashtag));

    private void AddTime(DateTimeOffset? known)
    {
        if (known is not { } time)
        {
            untimed++;
            return;
        }

        first = first is null || time < first ? time : first;
        last = last is null || time > last ? time : last;
        var day = DateOnly.FromDateTime(time.UtcDateTime);
        perDay[day] = perDay.GetValueOrDefault(day) + 1;
    }

    private List<DateOnly> QuietMonths()
    {
        var quiet = new List<DateOnly>();
        var before = DateOnly.MaxValue;
        foreach (var month in perDay.Keys.Select(d => new DateOnly(d.Year, d.Month, 1)).Distinct())
        {
            for (var between = before; between < month; between = between.AddMonths(1))
            {
                quiet.Add(between);
            }

            before = month.Year == 9999 ? DateOnly.MaxValue : month.AddMonths(1);
        }

        return quiet;
    }
}
