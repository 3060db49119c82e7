using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Activities;

/// <summary>Pictures and places in an account's own posts.</summary>
internal sealed class PersonalTraces
{
    /// <summary>Hosts that hold pictures which people take and upload.</summary>
    private static readonly HashSet<string> PhotoHosts = new(StringComparer.OrdinalIgnoreCase)
    {
        "pic.twitter.com", "twitpic.com", "yfrog.com", "instagram.com", "www.instagram.com", "instagr.am", "lockerz.com", "img.ly", "moby.to", "path.com", "flic.kr",
        "twitgoo.com", "plixi.com", "via.me", "eyeem.com",
    };

    /// <summary>Hosts of messages that somebody is at a place.</summary>
    private static readonly HashSet<string> CheckInHosts = new(StringComparer.OrdinalIgnoreCase)
    {
        "swarmapp.com", "www.swarmapp.com", "4sq.com", "foursquare.com", "gowal.la", "untp.beer",
    };

    private readonly RowExamples photoRows = new();
    private readonly RowExamples placeRows = new();
    private int own;
    private int photos;
    private int places;

    public IReadOnlyList<RowRef> PhotoRows => photoRows.Rows;

    public IReadOnlyList<RowRef> PlaceRows => placeRows.Rows;

    /// <summary>Looks at a post; a repost shows another's pictures and places.</summary>
    public void Add(Post post)
    {
        if (post.IsRepost)
        {
            return;
        }

        own++;
        if (post.Text.Contains("pic.twitter.com/", StringComparison.OrdinalIgnoreCase) || post.Urls.Any(IsPhoto))
        {
            photos++;
            photoRows.Keep(post.Source);
        }

        if (post.Place is not null || post.Urls.Any(u => CheckInHosts.Contains(Host(u))))
        {
            places++;
            placeRows.Keep(post.Source);
        }
    }

    public TraceMeasures ToMeasures() => new(own, photos, places);

    private static bool IsPhoto(string url) =>
        PhotoHosts.Contains(Host(url)) || (Host(url) is "twitter.com" or "www.twitter.com" && url.Contains("/photo/", StringComparison.Ordinal));

    private static string Host(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : "";
}
