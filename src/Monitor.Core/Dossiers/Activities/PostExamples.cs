using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Activities;

/// <summary>A few rows that show what was counted.</summary>
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

/// <summary>Different texts of an account, chosen evenly and always the same ones: those with the smallest hashes.</summary>
internal sealed class TextSample
{
    /// <summary>Texts kept; each costs a search.</summary>
    public const int Limit = 10;

    private readonly SortedDictionary<ulong, (Post Post, string Words)> texts = [];

    public IReadOnlyCollection<(Post Post, string Words)> Texts => texts.Values;

    public void Keep(Post post, string words, ulong hash)
    {
        texts[hash] = (post, words);
        if (texts.Count > Limit)
        {
            texts.Remove(texts.Last().Key);
        }
    }
}

/// <summary>Examples of each kind of post.</summary>
internal sealed class PostExamples
{
    public RowExamples Reposts { get; } = new();

    public RowExamples Replies { get; } = new();

    public RowExamples Mobile { get; } = new();

    public RowExamples Scheduled { get; } = new();

    public RowExamples Repeated { get; } = new();

    /// <summary>By hour of the day, UTC.</summary>
    public IReadOnlyList<RowExamples> Hours { get; } = [.. Enumerable.Range(0, 24).Select(_ => new RowExamples())];

    public TextSample Sample { get; } = new();
}
