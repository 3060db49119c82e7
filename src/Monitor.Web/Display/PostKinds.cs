using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Web.Display;

/// <summary>One kind of posts in the bar.</summary>
internal sealed record PostKind(string Name, int Count, string X, string Width, string Share);

/// <summary>The kinds of an account's posts, ready to be drawn as one bar.</summary>
/// <param name="Kinds">Stretches of the bar, from left to right.</param>
/// <param name="Summary">The picture in a sentence.</param>
internal sealed record PostKinds(IReadOnlyList<PostKind> Kinds, string Summary)
{
    public const int Width = 700;

    public static PostKinds Of(Activity activity)
    {
        var kinds = new List<PostKind>();
        var before = 0;
        foreach (var (one, many, count) in new[]
        {
            ("original post", "original posts", activity.Originals), ("reply", "replies", activity.Replies), ("quote", "quotes", activity.Quotes), ("repost", "reposts", activity.Reposts),
        })
        {
            var share = (100.0 * count / Math.Max(1, activity.Posts)).ToString("0", CultureInfo.InvariantCulture);
            kinds.Add(new(Wording.Count(count, one, many), count, At(before), At(count), share + " %"));
            before += count;
        }

        return new(kinds, $"Of {Wording.Count(activity.Posts, "post")}: {string.Join(", ", kinds.Select(k => $"{k.Name} ({k.Share})"))}.");

        string At(int count) => ((double)Width * count / Math.Max(1, activity.Posts)).ToString("0", CultureInfo.InvariantCulture);
    }
}
