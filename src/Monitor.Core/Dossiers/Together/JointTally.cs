using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Together;

/// <summary>Counts what <see cref="JointPostFinder"/> finds.</summary>
internal sealed class JointTally(string accountId, int rowLimit)
{
    private readonly HashSet<string> others = [];
    private readonly Dictionary<string, int> partners = [];
    private readonly List<RowRef> sharedRows = [];
    private readonly List<RowRef> jointRows = [];
    private int looked;
    private int shared;
    private int timed;
    private int joint;
    private bool seconds;

    /// <summary>Takes in a post of the account's own with those of the same words.</summary>
    public void AddOwn(Post post, IReadOnlyCollection<Post> twins, IReadOnlyCollection<Post> near)
    {
        looked++;
        if (twins.Count > 0)
        {
            shared++;
            others.UnionWith(twins.Select(t => t.AccountId));
            Keep(sharedRows, post, twins.First());
        }

        if (post.Time is not null)
        {
            AddTimed(post, near);
        }
    }

    /// <summary>Takes in a repost with the same ones near in time.</summary>
    public void AddRepost(Post post, IReadOnlyCollection<Post> near) => AddTimed(post, near);

    public JointPosts ToResult() => new(
        looked, shared, others.Count, [.. sharedRows.Distinct()], timed, joint, partners.Values.DefaultIfEmpty().Max(), [.. jointRows.Distinct()], !seconds);

    private void AddTimed(Post post, IReadOnlyCollection<Post> near)
    {
        timed++;
        seconds |= post.Time!.Value.Second != 0;
        if (near.Count == 0)
        {
            return;
        }

        joint++;
        Keep(jointRows, post, near.First());
        foreach (var partner in near.Select(t => t.AccountId).Where(a => a != accountId).Distinct())
        {
            partners[partner] = partners.GetValueOrDefault(partner) + 1;
        }
    }

    private void Keep(List<RowRef> rows, Post own, Post other)
    {
        if (rows.Count + 2 <= rowLimit)
        {
            rows.AddRange([own.Source, other.Source]);
        }
    }
}
