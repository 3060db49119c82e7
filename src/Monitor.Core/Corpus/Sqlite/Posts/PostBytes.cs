using System.Text;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Sqlite.Posts;

/// <summary>
/// A post as bytes, less what stands in columns of its own (id, account, language, release, time). Half as large as JSON and several times as fast to write and to read,
/// which counts where a corpus has thirty million of them. The layout belongs to <see cref="SqliteSchema.Version"/>.
/// </summary>
internal static class PostBytes
{
    private const ulong Repost = 1;
    private const ulong ExactTime = 2;
    private const ulong Likes = 4;
    private const ulong Replies = 8;
    private const ulong Reposts = 16;
    private const ulong Quotes = 32;
    private const ulong Place = 64;

    /// <summary>Writes a post.</summary>
    public static void Write(ByteBuffer to, Post post)
    {
        var exact = post.Time is { } time && (time.Offset != TimeSpan.Zero || time.Ticks % TimeSpan.TicksPerMillisecond != 0);
        var counts = post.Counts;
        to.Number((post.IsRepost ? Repost : 0) | (exact ? ExactTime : 0) | (counts.Likes is null ? 0 : Likes) | (counts.Replies is null ? 0 : Replies)
            | (counts.Reposts is null ? 0 : Reposts) | (counts.Quotes is null ? 0 : Quotes) | (post.Place is null ? 0 : Place));
        to.Number((ulong)post.Source.Version);
        to.Counted(post.Source.File);
        to.Signed(post.Source.Line);
        to.Signed(post.Source.Offset);
        if (exact)
        {
            to.Signed(post.Time!.Value.Ticks);
            to.Signed(post.Time.Value.TotalOffsetMinutes);
        }

        foreach (var count in (ReadOnlySpan<long?>)[counts.Likes, counts.Replies, counts.Reposts, counts.Quotes])
        {
            if (count is { } number)
            {
                to.Signed(number);
            }
        }

        to.Counted(post.Text);
        to.Counted(post.Client);
        to.Counted(post.ReplyToUser);
        to.Counted(post.ReplyToPost);
        to.Counted(post.QuotedPost);
        to.Counted(post.RepostedUser);
        to.Counted(post.RepostedPost);
        if (post.Place is not null)
        {
            to.Counted(post.Place);
        }

        to.Counted(post.Hashtags);
        to.Counted(post.Urls);
        to.Counted(post.Mentions);
        to.Counted(post.Flags);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="id">Column <c>key</c>.</param>
    /// <param name="account">Column <c>account</c>.</param>
    /// <param name="date">Column <c>date</c>.</param>
    /// <param name="language">Column <c>language</c>.</param>
    /// <param name="release">Column <c>release</c>.</param>
    /// <param name="recent">Texts that recur.</param>
    public static Post Read(ReadOnlySpan<byte> bytes, string id, string account, long? date, string language, string release, RecentTexts recent)
    {
        var reader = new Reader(bytes);
        var flags = reader.Number();
        var version = (int)reader.Number();
        var source = new RowRef(release, version, recent.Of(reader.Counted()), reader.Signed(), reader.Signed());
        DateTimeOffset? time = date is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        if ((flags & ExactTime) != 0)
        {
            time = new(reader.Signed(), TimeSpan.FromMinutes(reader.Signed()));
        }

        var counts = new PostCounts(
            (flags & Likes) == 0 ? null : reader.Signed(), (flags & Replies) == 0 ? null : reader.Signed(),
            (flags & Reposts) == 0 ? null : reader.Signed(), (flags & Quotes) == 0 ? null : reader.Signed());
        return new(id, account, reader.Text(), time, source)
        {
            Language = language,
            IsRepost = (flags & Repost) != 0,
            Counts = counts,
            Client = recent.Of(reader.Counted()),
            ReplyToUser = reader.Text(),
            ReplyToPost = reader.Text(),
            QuotedPost = reader.Text(),
            RepostedUser = reader.Text(),
            RepostedPost = reader.Text(),
            Place = (flags & Place) == 0 ? null : reader.Text(),
            Hashtags = reader.Texts(),
            Urls = reader.Texts(),
            Mentions = reader.Texts(),
            Flags = reader.Texts(),
        };
    }

    /// <summary>Goes through the bytes.</summary>
    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _rest = bytes;

        public ulong Number()
        {
            var value = 0UL;
            for (var shift = 0; ; shift += 7)
            {
                var next = _rest[0];
                _rest = _rest[1..];
                value |= (ulong)(next & 0x7F) << shift;
                if (next < 0x80)
                {
                    return value;
                }
            }
        }

        public long Signed()
        {
            var value = Number();
            return (long)(value >> 1) ^ -(long)(value & 1);
        }

        public ReadOnlySpan<byte> Counted()
        {
            var length = (int)Number();
            var found = _rest[..length];
            _rest = _rest[length..];
            return found;
        }

        public string Text() => Encoding.UTF8.GetString(Counted());

        public string[] Texts()
        {
            var count = (int)Number();
            if (count == 0)
            {
                return [];
            }

            var texts = new string[count];
            for (var i = 0; i < count; i++)
            {
                texts[i] = Text();
            }

            return texts;
        }
    }
}
