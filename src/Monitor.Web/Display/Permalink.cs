using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Web.Display;

/// <summary>The permanent address of every record.</summary>
internal static class Permalink
{
    public static string Claim(string id) => "/claims/" + Segment(id);

    public static string Document(string id) => "/documents/" + Segment(id);

    public static string Account(string id) => "/accounts/" + Segment(id);

    public static string Post(string id) => "/posts/" + Segment(id);

    public static string Release(string id) => "/releases/" + Segment(id);

    public static string Hashtag(string tag) => "/hashtags/" + Segment(tag.TrimStart('#', '＃'));

    public static string Sample(string id) => "/samples/" + Segment(id);

    public static string Crawler(string id) => "/crawlers/" + Segment(id);

    public static string Issue(string id) => "/issues/" + Segment(id);

    /// <summary>Where a hit leads.</summary>
    public static string Of(SearchHit hit) => hit.Kind switch
    {
        SearchKind.Claims => Claim(hit.Id),
        SearchKind.Documents => Document(hit.Id),
        SearchKind.Accounts => Account(hit.Id),
        SearchKind.Posts => Post(hit.Id),
        _ => Release(hit.Id),
    };

    /// <summary>Where the subject of a review stands: ids of accounts hold a colon, those of claims do not.</summary>
    public static string Subject(string id) => id.Contains(':', StringComparison.Ordinal) ? Account(id) : Claim(id);

    /// <summary>Where a row is explained: its release.</summary>
    public static string Row(RowRef row) => Release(row.Release);

    // A colon may stand in a path as it is (RFC 3986, 3.3), and keeps the addresses of accounts readable.
    private static string Segment(string id) => Uri.EscapeDataString(id).Replace("%3A", ":", StringComparison.Ordinal);
}
