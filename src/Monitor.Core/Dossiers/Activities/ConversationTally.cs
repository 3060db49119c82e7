using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Activities;

/// <summary>Whom an account answers.</summary>
/// <param name="userId">The account's own user id.</param>
/// <param name="imported">True for the user id of an imported account.</param>
internal sealed class ConversationTally(string userId, Func<string, bool> imported)
{
    private readonly ValueCounter answered = new();
    private readonly Dictionary<string, RowRef> rows = [];

    /// <summary>Replies, also to itself.</summary>
    public int Replies { get; private set; }

    /// <summary>Counts a reply.</summary>
    public void Add(Post post)
    {
        Replies++;
        if (post.ReplyToUser.Length == 0 || post.ReplyToUser == userId)
        {
            return;
        }

        answered.Add(post.ReplyToUser);
        if (rows.Count < ValueCounter.DistinctLimit)
        {
            rows.TryAdd(post.ReplyToUser, post.Source);
        }
    }

    /// <summary>Replies to accounts that no imported release holds, and how many different ones they are.</summary>
    public ConversationMeasures ToMeasures()
    {
        var outside = answered.Counts.Where(c => !imported(c.Key)).ToList();
        return new((int)outside.Sum(c => c.Value), outside.Count, (int)(answered.Counts.Sum(c => c.Value) - outside.Sum(c => c.Value)));
    }

    /// <summary>Replies to different accounts outside, those answered most first.</summary>
    public IReadOnlyList<RowRef> RowsOutside() => Rows(inside: false);

    /// <summary>Replies to different imported accounts, those answered most first.</summary>
    public IReadOnlyList<RowRef> RowsInside() => Rows(inside: true);

    private IReadOnlyList<RowRef> Rows(bool inside) => [.. answered.Counts.Where(c => imported(c.Key) == inside)
        .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(RowExamples.Limit).Select(c => rows[c.Key])];
}
