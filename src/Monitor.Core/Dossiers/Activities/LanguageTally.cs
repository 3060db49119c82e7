using Monitor.Core.Model;
using Monitor.Core.Text.Places;

namespace Monitor.Core.Dossiers.Activities;

/// <summary>Languages of an account's posts, and those of its own words.</summary>
internal sealed class LanguageTally
{
    private readonly ValueCounter languages = new();
    private readonly ValueCounter own = new();
    private readonly Dictionary<string, RowExamples> rows = [];

    /// <summary>Posts by language as the release tags them, most first.</summary>
    public IReadOnlyList<ValueCount> Most() => languages.Most();

    public void Add(Post post)
    {
        languages.Add(post.Language);
        if (post.IsRepost)
        {
            return; // a repost is in another's language
        }

        var code = CountryLanguages.Code(post.Language);
        own.Add(code);
        if (code.Length > 0)
        {
            (rows.TryGetValue(code, out var kept) ? kept : rows[code] = new()).Keep(post.Source);
        }
    }

    /// <summary>Rows of the language that most of its own posts are in.</summary>
    public IReadOnlyList<RowRef> MainRows() => own.Most() is [var first, ..] ? rows[first.Value].Rows : [];

    /// <summary>How many of its own posts with a known language are in one that is used in the country, or in English.</summary>
    public (int Known, int Fitting, string Main) In(string country)
    {
        var known = own.Counts.Sum(c => c.Value);
        var fitting = own.Counts.Where(c => c.Key == "en" || CountryLanguages.IsUsedIn(c.Key, country)).Sum(c => c.Value);
        return ((int)known, (int)fitting, own.Most() is [var first, ..] ? first.Value : "");
    }
}
