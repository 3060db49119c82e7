using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Sqlite.Posts;

/// <summary>Posts as the bytes that go into the file: columns, the post itself and its terms, one after another in one buffer.</summary>
internal sealed class PostBlock : IDisposable
{
    /// <summary>Bytes of a post of the archives, measured: about 500 with its terms.</summary>
    private const int UsualBytes = 600;

    [ThreadStatic]
    private static FieldTerms? _terms;

    private readonly ByteBuffer _bytes;
    private readonly Entry[] _entries;

    /// <summary>Turns posts into bytes.</summary>
    public PostBlock(IReadOnlyList<Post> posts)
    {
        _bytes = new(Math.Max(256, posts.Count * UsualBytes));
        _entries = new Entry[posts.Count];
        var terms = _terms ??= new();
        for (var i = 0; i < _entries.Length; i++)
        {
            _entries[i] = Add(posts[i], terms);
        }
    }

    /// <summary>Posts in it.</summary>
    public int Count => _entries.Length;

    /// <summary>Gives the buffer back.</summary>
    public void Dispose() => _bytes.Dispose();

    /// <summary>A post.</summary>
    public Row this[int index] => new(_bytes, _entries[index]);

    private Entry Add(Post post, FieldTerms terms)
    {
        var start = _bytes.Length;
        _bytes.Text(post.Id);
        var key = _bytes.Length;
        _bytes.Text(post.AccountId);
        var account = _bytes.Length;
        _bytes.Text(post.Language);
        var language = _bytes.Length;
        PostBytes.Write(_bytes, post);
        var end = _bytes.Length;
        RecordTerms.Fill(terms, post);
        foreach (var term in terms.Body)
        {
            _bytes.Text(term);
            _bytes.Byte((byte)' ');
        }

        return new(start, key, account, language, end, _bytes.Length)
        {
            KeyMark = (long)Fingerprint.Of(_bytes[start..key]),
            AccountMark = (long)Fingerprint.Of(_bytes[key..account]),
            Date = post.Time?.ToUnixTimeMilliseconds(),
            Release = post.Source.Release,
        };
    }

    /// <summary>Where the parts of a post end in the buffer, and what is no text.</summary>
    internal readonly record struct Entry(int Start, int KeyEnd, int AccountEnd, int LanguageEnd, int PostEnd, int TermsEnd)
    {
        public required long KeyMark { get; init; }

        public required long AccountMark { get; init; }

        public required long? Date { get; init; }

        public required string Release { get; init; }
    }

    /// <summary>One post of the block.</summary>
    internal readonly ref struct Row(ByteBuffer bytes, in Entry entry)
    {
        private readonly Entry _entry = entry;

        public ReadOnlySpan<byte> Key => bytes[_entry.Start.._entry.KeyEnd];

        public ReadOnlySpan<byte> Account => bytes[_entry.KeyEnd.._entry.AccountEnd];

        public ReadOnlySpan<byte> Language => bytes[_entry.AccountEnd.._entry.LanguageEnd];

        public ReadOnlySpan<byte> Post => bytes[_entry.LanguageEnd.._entry.PostEnd];

        public ReadOnlySpan<byte> Terms => bytes[_entry.PostEnd.._entry.TermsEnd];

        public long KeyMark => _entry.KeyMark;

        public long AccountMark => _entry.AccountMark;

        public long? Date => _entry.Date;

        public string Release => _entry.Release;
    }
}
