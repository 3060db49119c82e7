namespace Monitor.Core.Claims;

/// <summary>
/// Where a script has no capitals and no mark stands behind "به گفته S", how much of what follows is S: "این کارگران", "آقای فغانی", "محمد مجتهدزاده" are two words;
/// what begins with an office or an organisation is as long as its phrase.
/// </summary>
internal static class ShortName
{
    private const int Plain = 2;

    public static int Length(IReadOnlyList<Word> words, int from, int to, Lexicon lexicon)
    {
        if (to >= words.Count || words[to].IsAny(",،:") || to - from <= Plain)
        {
            return to - from;
        }

        var office = false;
        for (var i = from; i < Math.Min(to, from + Plain); i++)
        {
            office |= lexicon.Match("office", words, i).Length > 0 || lexicon.Has("organisation", words[i]);
        }

        return office ? to - from : lexicon.Has("pronoun", words[from]) ? 1 : lexicon.Has("title", words[from]) && lexicon.Has("title", words[from + 1]) ? Plain + 1 : Plain;
    }
}
