namespace Monitor.Core.Linking.Checked;

/// <summary>One feature of an earlier check: its value and what it is worth.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Weight">
/// Weight by which the value is multiplied: conditional logit over the candidates of the training posts of CLEF 2020 CheckThat! task 2, the date's halved,
/// because posts and checks of these sets lie nearer in time than those of a desk.
/// </param>
/// <param name="Sentence">Says what the value means.</param>
internal sealed record MatchFeature(string Name, double Weight, string Sentence)
{
    public static readonly MatchFeature Bm25 = new("bm25", .174, "words in common, the rarer the more");
    public static readonly MatchFeature Bm25Share = new("bm25-share", 2.84, "share of what the post's words could score");
    public static readonly MatchFeature Characters = new("characters", 5.92, "likeness letter by letter, against the best candidate's");
    public static readonly MatchFeature Covered = new("covered", 4.13, "share of the post's rare words that the check holds");
    public static readonly MatchFeature Rarest = new("rarest-word", .32, "rarity of the rarest word in common");
    public static readonly MatchFeature NumbersMissing = new("numbers-missing", -.32, "numbers of the check that the post lacks");
    public static readonly MatchFeature Picture = new("picture", 1.02, "the check is about a picture and the post has one");
    public static readonly MatchFeature Author = new("author", 1.78, "the check names the post's author and speaks of a post");
    public static readonly MatchFeature Year = new("year", 1.06, "the check names the year of the post");
    public static readonly MatchFeature OtherYear = new("other-year", -.85, "the check names another year");
    public static readonly MatchFeature Fortnight = new("fortnight", 1.08, "checked within a fortnight after the post");
    public static readonly MatchFeature Before = new("before", -.8, "checked before the post was made");
}
