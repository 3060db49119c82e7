using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Activities;

/// <summary>The words of an account's own posts: how often they repeat, and a sample of them to look for with others.</summary>
internal sealed class TextTally
{
    private readonly HashSet<ulong> texts = [];

    /// <summary>Posts that are no reposts and long enough to be compared.</summary>
    public int Own { get; private set; }

    /// <summary>Of these, posts with the words of an earlier one.</summary>
    public int Repeated { get; private set; }

    /// <summary>Rows of repetitions.</summary>
    public RowExamples RepeatedRows { get; } = new();

    /// <summary>Different texts of its own, and posts that it reposted.</summary>
    public PostSample OwnSample { get; } = new(10);

    public PostSample RepostSample { get; } = new(5);

    public void Add(Post post)
    {
        if (TextKey.Words(post.Text) is not { } words)
        {
            return;
        }

        var hash = TextKey.Hash(words);
        if (post.IsRepost)
        {
            RepostSample.Keep(post, words, hash);
            return;
        }

        Own++;
        if (texts.Contains(hash))
        {
            Repeated++;
            RepeatedRows.Keep(post.Source);
        }
        else if (texts.Count < ValueCounter.DistinctLimit)
        {
            texts.Add(hash);
            OwnSample.Keep(post, words, hash);
        }
    }
}
