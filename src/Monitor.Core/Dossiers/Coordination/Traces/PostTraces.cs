using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Coordination.Traces;

/// <summary>What is kept of one post: 0 stands for no action by a trace.</summary>
internal readonly record struct PostTrace(string Account, uint Time, ulong Repost, ulong Link, ulong Hashtag, ulong Reply, ulong Text, uint[] Words)
{
    /// <summary>The object by a trace other than words.</summary>
    public ulong Object(CoordinationTrace trace) => trace switch
    {
        CoordinationTrace.Repost => Repost,
        CoordinationTrace.Link => Link,
        CoordinationTrace.Hashtag => Hashtag,
        _ => Reply,
    };
}

/// <summary>Makes traces of posts and counts what was left out. One instance serves one thread.</summary>
/// <param name="kind">Which traces are wanted.</param>
internal sealed class PostTraces(TraceKind kind)
{
    private readonly TextWords words = new();

    /// <summary>How often each trace left a post out, by reason.</summary>
    public long[,] LeftOut { get; } = new long[5, (int)LeftOutReason.Count];

    /// <summary>Times by precision: second, minute, day.</summary>
    public long[] Times { get; } = new long[3];

    /// <summary>The traces of a post; null when it has no usable time.</summary>
    public PostTrace? Of(Post post)
    {
        if (post.Time?.ToUnixTimeSeconds() is not (>= 0 and <= uint.MaxValue and var time))
        {
            foreach (var trace in Enum.GetValues<CoordinationTrace>().Where(t => TraceKinds.Of(t) == kind))
            {
                LeftOut[(int)trace, (int)LeftOutReason.NoTime]++;
            }

            return null;
        }

        Times[time % 60 != 0 ? 0 : time % 86_400 != 0 ? 1 : 2]++;
        if (kind == TraceKind.Texts)
        {
            var text = Words(post);
            return new(post.AccountId, (uint)time, 0, 0, 0, 0, text.Length == 0 ? 0 : TextHash(text), text);
        }

        var further = post.Urls.Count > 1 && !post.IsRepost ? post.Urls.Distinct().Count() - 1 : 0;
        LeftOut[(int)CoordinationTrace.Link, (int)LeftOutReason.FurtherLinks] += further;
        return new(
            post.AccountId,
            (uint)time,
            Hash(post, CoordinationTrace.Repost),
            Hash(post, CoordinationTrace.Link),
            Hash(post, CoordinationTrace.Hashtag),
            Hash(post, CoordinationTrace.Reply),
            0,
            []);
    }

    /// <summary>The words of a post that takes part in the comparison of texts, else none, with the reason counted.</summary>
    private uint[] Words(Post post)
    {
        var reason = post.IsRepost || TextWords.IsRepost(post.Text) ? LeftOutReason.Repost
            : TextWords.IsShareButton(post.Text) ? LeftOutReason.ShareButton
            : (LeftOutReason?)null;
        uint[] found = reason is null ? words.Of(post.Text) : [];
        if (found.Length == 0)
        {
            LeftOut[(int)CoordinationTrace.Text, (int)(reason ?? LeftOutReason.ShortText)]++;
        }

        return found;
    }

    private ulong Hash(Post post, CoordinationTrace trace)
    {
        var found = TraceObject.Of(post, trace, out var why);
        if (why is { } reason)
        {
            LeftOut[(int)trace, (int)reason]++;
        }

        return found is null ? 0 : ObjectHash.Of(found);
    }

    private static ulong TextHash(ReadOnlySpan<uint> sorted) => ObjectHash.Of(System.Runtime.InteropServices.MemoryMarshal.Cast<uint, char>(sorted));
}
