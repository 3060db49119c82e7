namespace Monitor.Core.Dossiers.Coordination.Traces;

/// <summary>Why a post, or an action of it, was not compared.</summary>
internal enum LeftOutReason
{
    NoTime,
    Repost,
    RoundedId,
    OneHashtag,
    FurtherLinks,
    ShortText,
    ShareButton,
    Count,
}

/// <summary>The reasons in words.</summary>
internal static class LeftOutWords
{
    public static string Of(LeftOutReason reason) => reason switch
    {
        LeftOutReason.NoTime => "posts without a time between 1970 and 2106",
        LeftOutReason.Repost => "reposts, which repeat links, hashtags and words of another post",
        LeftOutReason.RoundedId => "replies to a post whose id a spreadsheet rounded, so that different posts look alike",
        LeftOutReason.OneHashtag => "posts with one hashtag alone, which is a topic and no sequence",
        LeftOutReason.FurtherLinks => "links behind the first one of a post",
        LeftOutReason.ShortText => $"texts of fewer than {TextWords.Least} different words",
        LeftOutReason.ShareButton => "headlines as a page's share button makes them (\"… via @site\", \"… | site\") with their link",
        _ => "",
    };
}
