using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Activities;

/// <summary>A few rows that show what was counted: the first that came, which are the oldest.</summary>
internal sealed class RowExamples
{
    /// <summary>Rows kept.</summary>
    public const int Limit = 5;

    private readonly List<RowRef> rows = [];

    public IReadOnlyList<RowRef> Rows => rows;

    public void Keep(RowRef row)
    {
        if (rows.Count < Limit)
        {
            rows.Add(row);
        }
    }
}

/// <summary>A post of a sample with the words that it is compared by.</summary>
internal sealed record SampledPost(Post Post, string Words);

/// <summary>Posts of different words, chosen evenly and always the same ones: those with the smallest hashes.</summary>
/// <param name="limit">Posts kept; each costs a search.</param>
internal sealed class PostSample(int limit)
{
    private readonly SortedDictionary<ulong, SampledPost> posts = [];

    public IReadOnlyCollection<SampledPost> Posts => posts.Values;

    public void Keep(Post post, string words, ulong hash)
    {
        posts.TryAdd(hash, new(post, words));
        if (posts.Count > limit)
        {
            posts.Remove(posts.Last().Key);
        }
    }
}
