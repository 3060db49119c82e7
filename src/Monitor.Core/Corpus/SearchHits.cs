using Monitor.Core.Model;

namespace Monitor.Core.Corpus;

/// <summary>What of a record is shown as a hit, the same for both engines.</summary>
internal static class SearchHits
{
    /// <summary>Speaker and words.</summary>
    public static SearchHit Of(Claim c, double score, Highlighter h) => Make(SearchKind.Claims, c.Id, c.Speaker.Name, c.Text, score, h, "", c.Said?.Time);

    /// <summary>Headline and text.</summary>
    public static SearchHit Of(Document d, double score, Highlighter h) =>
        Make(SearchKind.Documents, d.Id, d.Title.Length > 0 ? d.Title : d.Authors.Count > 0 ? d.Authors[0] : d.Url, d.Text, score, h, d.SourceId, d.Published);

    /// <summary>Name, bio and location.</summary>
    public static SearchHit Of(Account a, double score, Highlighter h) => Make(
        SearchKind.Accounts, a.Id, a.Name.Length > 0 ? a.Name : a.Handle, a.Location.Length == 0 ? a.Bio : a.Bio.Length == 0 ? a.Location : $"{a.Bio} · {a.Location}", score, h,
        Release(a.Source, a.Flags), a.Created?.Time);

    /// <summary>Account and words.</summary>
    public static SearchHit Of(Post p, double score, Highlighter h) => Make(SearchKind.Posts, p.Id, p.AccountId, p.Text, score, h, Release(p.Source, p.Flags), p.Time);

    /// <summary>Title and description.</summary>
    public static SearchHit Of(Release r, double score, Highlighter h) => Make(SearchKind.Releases, r.Id, r.Title, r.Description, score, h, r.Id, r.Announced?.Time);

    /// <summary>The release, and that its newest version no longer has the row, so that nothing taken back looks as if it stood.</summary>
    private static string Release(RowRef row, IReadOnlyList<string> flags) => FormerRow.NotIn(flags) is { } version ? $"{row.Release}, not in its version {version}" : row.Release;

    private static SearchHit Make(SearchKind kind, string id, string title, string text, double score, Highlighter highlighter, string source, DateTimeOffset? date)
    {
        var (snippet, highlights) = highlighter.Snippet(text);
        return new(kind, id, title, snippet, score, highlights, source, date);
    }
}
