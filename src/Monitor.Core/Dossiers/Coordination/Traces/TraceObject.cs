using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Dossiers.Coordination.Traces;

/// <summary>The object of a post's action by each trace but words: what is compared, spelled so that it can be shown.</summary>
internal static class TraceObject
{
    private const string RoundedReference = "mangled-reference";

    /// <summary>The object, or null with the reason; a null reason means that the post has no such action.</summary>
    public static string? Of(Post post, CoordinationTrace trace, out LeftOutReason? why)
    {
        why = null;
        var repost = post.IsRepost || TextWords.IsRepost(post.Text);
        if (trace == CoordinationTrace.Repost)
        {
            return repost ? Reposted(post) : null;
        }

        var found = trace switch
        {
            CoordinationTrace.Link => post.Urls.Count > 0 ? CanonicalUrl.Of(post.Urls[0]) : null,
            CoordinationTrace.Hashtag => post.Hashtags.Count > 0 ? string.Join(' ', post.Hashtags.Select(h => "#" + Analyzer.Fold(h))) : null,
            CoordinationTrace.Reply => Target(post),
            _ => null,
        };
        if (found is null)
        {
            return null;
        }

        why = repost ? LeftOutReason.Repost
            : trace == CoordinationTrace.Hashtag && post.Hashtags.Count < 2 ? LeftOutReason.OneHashtag
            : trace == CoordinationTrace.Reply && post.Flags.Contains(RoundedReference) ? LeftOutReason.RoundedId
            : null;
        return why is null ? found : null;
    }

    /// <summary>The post by its id; by its words where the id is not given or was rounded.</summary>
    private static string Reposted(Post post) => post.RepostedPost.Length > 0 && !post.Flags.Contains(RoundedReference)
        ? Ids.Post(Platform(post), post.RepostedPost)
        : $"“{post.Text.Trim()}”";

    private static string? Target(Post post) =>
        post.ReplyToPost.Length > 0 ? Ids.Post(Platform(post), post.ReplyToPost)
        : post.ReplyToUser.Length > 0 ? $"user {Ids.Account(Platform(post), post.ReplyToUser)}"
        : null;

    private static string Platform(Post post) => post.AccountId[..Math.Max(0, post.AccountId.IndexOf(':', StringComparison.Ordinal))];
}
