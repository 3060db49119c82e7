using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Hashtags;

/// <summary>
/// Counts the uses of a hashtag as they stream by in order of time. Bounded: of accounts and of each kind of value at most <see cref="DistinctLimit"/> different
/// ones are told apart, and a few rows are kept.
/// </summary>
internal sealed class HashtagTally(Hashtag tag)
{
    /// <summary>Values listed of each kind.</summary>
    public const int Listed = 50;

    /// <summary>Accounts listed.</summary>
    public const int ListedAccounts = 100;

    private const int DistinctLimit = 50_000;
    private const int FirstUses = 10;
    private const int TextLength = 400;

    private readonly Dictionary<string, string> terms = new(StringComparer.Ordinal);
    private readonly SortedDictionary<DateOnly, int> perDay = [];
    private readonly Dictionary<string, long> spellings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> languages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> clients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Spelling, long Posts)> together = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Use> accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Use> releases = new(StringComparer.Ordinal);
    private readonly List<HashtagUse> first = [];
    private readonly HashSet<string> ofPost = new(StringComparer.Ordinal);
    private readonly MinuteTally minutes = new();
    private long own;
    private long replies;
    private long quotes;
    private long reposts;
    private long untimed;
    private DateTimeOffset? earliest;
    private DateTimeOffset? latest;
    private bool allAccounts = true;

    /// <summary>Posts counted.</summary>
    public long Uses => own + replies + quotes + reposts;

    /// <summary>Counts a post in.</summary>
    public void Add(Post post)
    {
        AddKind(post);
        AddTime(post);
        AddTags(post);
        Count(languages, post.Language);
        Count(clients, post.Client);
        Of(releases, post.Source.Release, post)?.Add(post);
        var account = Of(accounts, post.AccountId, post);
        account?.Add(post);
        allAccounts &= account is not null;
        if (account is not null && post.Time is { } time)
        {
            minutes.Add(post.AccountId, time);
        }

        if (first.Count < FirstUses)
        {
            first.Add(new(post.Id, post.AccountId, Text.Shortened.WithEllipsis(post.Text, TextLength), post.Language, post.Time, post.IsRepost, post.Source));
        }
    }

    /// <summary>What was counted; accounts are without their rows, mentions and scope are the caller's.</summary>
    public HashtagDossier ToDossier(HashtagScope scope) => new(
        tag.Text, Uses, new(own, replies, quotes, reposts), earliest, latest, untimed, Most(spellings), [],
        new(accounts.Count, allAccounts, [.. accounts.OrderByDescending(a => a.Value.Posts).ThenBy(a => a.Key, StringComparer.Ordinal).Take(ListedAccounts)
            .Select(a => new HashtagUser(a.Key, null, a.Value.Posts, a.Value.Reposts, a.Value.First, a.Value.Last, a.Value.Row.Release))]),
        [.. releases.OrderByDescending(r => r.Value.Posts).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => new HashtagRelease(r.Key, r.Value.Posts, r.Value.First, r.Value.Last, r.Value.Row))],
        first, [.. perDay.Select(d => new DayCount(d.Key, d.Value))], Most(languages), Most(clients),
        [.. together.Values.OrderByDescending(t => t.Posts).ThenBy(t => t.Spelling, StringComparer.Ordinal).Take(Listed).Select(t => new ValueCount(t.Spelling, t.Posts))],
        minutes.ToShared(), new(0, 0, []), scope);

    private static List<ValueCount> Most(Dictionary<string, long> counts) => counts
        .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(Listed).Select(c => new ValueCount(c.Key, c.Value)).ToList();

    private static void Count(Dictionary<string, long> counts, string value)
    {
        if (counts.Count < DistinctLimit || counts.ContainsKey(value))
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }
    }

    private static Use? Of(Dictionary<string, Use> uses, string key, Post post)
    {
        if (!uses.TryGetValue(key, out var use) && uses.Count < DistinctLimit)
        {
            uses[key] = use = new Use(post.Source);
        }

        return use;
    }

    private void AddKind(Post post) => _ = post.IsRepost ? reposts++
        : post.ReplyToUser.Length > 0 || post.ReplyToPost.Length > 0 ? replies++
        : post.QuotedPost.Length > 0 ? quotes++ : own++;

    private void AddTime(Post post)
    {
        if (post.Time is not { } time)
        {
            untimed++;
            return;
        }

        earliest = earliest is null || time < earliest ? time : earliest;
        latest = latest is null || time > latest ? time : latest;
        var day = DateOnly.FromDateTime(time.UtcDateTime);
        perDay[day] = perDay.GetValueOrDefault(day) + 1;
    }

    /// <summary>The spelling in this post, and the other hashtags beside it, each once.</summary>
    private void AddTags(Post post)
    {
        ofPost.Clear();
        foreach (var written in post.Hashtags.Concat(Hashtag.In(post.Text)))
        {
            var term = TermOf(written);
            if (term.Length < 2 || !ofPost.Add(term))
            {
                continue;
            }

            if (term == tag.Term)
            {
                Count(spellings, written.TrimStart('#', '＃'));
            }
            else if (together.TryGetValue(term, out var other))
            {
                together[term] = (other.Spelling, other.Posts + 1);
            }
            else if (together.Count < DistinctLimit)
            {
                together[term] = (written.TrimStart('#', '＃'), 1);
            }
        }
    }

    /// <summary>Folding costs more than everything else here, and most hashtags come again.</summary>
    private string TermOf(string written)
    {
        if (!terms.TryGetValue(written, out var term))
        {
            term = RecordTerms.Hashtag(written);
            if (terms.Count < DistinctLimit)
            {
                terms[written] = term;
            }
        }

        return term;
    }

    /// <summary>Uses by one account or release.</summary>
    private sealed class Use(RowRef row)
    {
        public RowRef Row => row;

        public long Posts { get; private set; }

        public long Reposts { get; private set; }

        public DateTimeOffset? First { get; private set; }

        public DateTimeOffset? Last { get; private set; }

        public void Add(Post post)
        {
            Posts++;
            Reposts += post.IsRepost ? 1 : 0;
            First ??= post.Time;
            Last = post.Time ?? Last;
        }
    }
}
