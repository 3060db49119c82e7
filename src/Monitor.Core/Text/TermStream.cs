namespace Monitor.Core.Text;

/// <summary>
/// The terms of a text in two streams. <see cref="Main"/> has exactly one term for every position, so that a phrase is a run of it; <see cref="Also"/> has the
/// other spellings under which a position is found by a single word: a hashtag as a whole, the parts of a joined word, the host of a url.
/// </summary>
/// <param name="marksStopWords">False where nobody asks which terms are stop words, as in indexing; looking each up takes a tenth of the analyzer's time.</param>
internal sealed class TermStream(bool marksStopWords = true)
{
    /// <summary>True when stop words are to be marked.</summary>
    public bool MarksStopWords => marksStopWords;

    /// <summary>One term a position, in order.</summary>
    public List<Term> Main { get; } = [];

    /// <summary>Other spellings, each at the position of a main term.</summary>
    public List<Term> Also { get; } = [];

    /// <summary>Forgets all terms, to be used again.</summary>
    public void Clear()
    {
        Main.Clear();
        Also.Clear();
    }

    /// <summary>Both streams by position, then by place in the text, the longer term first.</summary>
    public IReadOnlyList<Term> Merge()
    {
        if (Also.Count == 0)
        {
            return [.. Main];
        }

        return [.. Main.Concat(Also).OrderBy(t => t.Position).ThenBy(t => t.Start).ThenByDescending(t => t.End)];
    }
}
