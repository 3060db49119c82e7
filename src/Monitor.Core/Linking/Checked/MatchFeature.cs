namespace Monitor.Core.Linking.Checked;

/// <summary>One feature of an earlier check.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Sign">+1 where more of it speaks for the check, −1 against: no learned weight may count against its sense.</param>
/// <param name="Dated">True when it compares the dates of post and check, which can be switched off.</param>
/// <param name="Sentence">Says what the value means.</param>
internal sealed record MatchFeature(string Name, int Sign, bool Dated, string Sentence)
{
    /// <summary>All features, in the order of every vector.</summary>
    public static IReadOnlyList<MatchFeature> All { get; } =
    [
        new("bm25", 1, false, "words in common, the rarer the more (BM25)"),
        new("bm25-self", 1, false, "share of what the post's words could score at best"),
        new("characters", 1, false, "likeness letter by letter, against the best candidate's"),
        new("likeness", 1, false, "likeness letter by letter (cosine)"),
        new("covered", 1, false, "share of the post's rare words that the check holds"),
        new("covers", 1, false, "share of the check's rare words that the post holds"),
        new("title-covered", 1, false, "share of the rare words of the check's headline that the post holds"),
        new("neighbours", 1, false, "share of the check's neighbouring words that stand side by side in the post"),
        new("rarest-word", 1, false, "rarity of the rarest word in common"),
        new("numbers-missing", -1, false, "numbers of the check that the post lacks"),
        new("picture", 1, false, "the check is about a picture and the post has one"),
        new("author", 1, false, "the check speaks of a post and names the post's author"),
        new("month", 1, false, "the check names the month of the post"),
        new("year", 1, false, "the check names the year of the post"),
        new("other-year", -1, false, "the check names only another year"),
        new("meaning", 1, false, "likeness of meaning, by words that stand in the same checks (cosine)"),
        new("days-apart", 1, true, "days between post and check, the fewer the better (−ln(1 + days))"),
        new("before", -1, true, "checked before the post was made"),
        new("fortnight", 1, true, "checked within a fortnight after the post"),
        new("no-date", -1, true, "the check bears no date"),
    ];

    public static int Index(string name) => All.Select((f, i) => (f, i)).First(p => p.f.Name == name).i;
}
