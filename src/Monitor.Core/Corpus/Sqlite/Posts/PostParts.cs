using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Monitor.Core.Corpus.Sqlite.Posts;

/// <summary>
/// The parts that posts lie in: <see cref="Size"/> row numbers each. Every index of posts (<see cref="PostIndex"/>) begins with the part, so that new posts touch only the end of it, however many posts there
/// are: in one index of thirty million keys in no order nearly every new key would read and write a page of its own. Who looks something up asks every part, sixty of them
/// where there are thirty million posts. For the writer, under its lock.
/// </summary>
internal sealed class PostParts : IDisposable
{
    /// <summary>Binary logarithm of <see cref="Size"/>. Larger parts would be fewer to look through, but their indexes would no longer fit into the writer's cache.</summary>
    public const int SizeBits = 19;

    /// <summary>Row numbers in a part.</summary>
    public const long Size = 1L << SizeBits;

    /// <summary>SQL for the parts that there are.</summary>
    public const string All = "(SELECT DISTINCT part FROM post_parts)";

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _keys;
    private readonly SqliteStatement _count;
    private readonly SqliteStatement _dataVersion;
    private readonly List<KeyFilter?> _filters = []; // by part
    private readonly List<long> _found = [];
    private readonly Dictionary<(long Part, string Release), long> _counts = []; // of this transaction
    private long _seenVersion = -1;
    private long _seenClearing = -1;
    private long _knownRow;

    /// <summary>Prepares the statements.</summary>
    public PostParts(SqliteConnection connection)
    {
        _connection = connection;
        _keys = new(connection, "SELECT mark FROM post_keys WHERE part = ?");
        _count = new(connection, "INSERT INTO post_parts(part, release, posts) VALUES(?,?,?) ON CONFLICT DO UPDATE SET posts = posts + excluded.posts");
        _dataVersion = new(connection, "PRAGMA data_version");
    }

    /// <summary>The part of a row number.</summary>
    public static long Of(long row) => row >> SizeBits;

    /// <summary>Number for the next new row.</summary>
    public long NextRow { get; private set; }

    /// <summary>The part in which a key was found last.</summary>
    public long LastHit { get; set; }

    /// <summary>Takes notice of what others wrote since; to be called in each transaction before anything else.</summary>
    public void Begin()
    {
        _counts.Clear();
        _dataVersion.Next();
        var version = _dataVersion.Long(0);
        _dataVersion.Reset();
        if (version == _seenVersion)
        {
            _knownRow = NextRow;
            return;
        }

        var clearing = _connection.Number("SELECT max(n) FROM clearings");
        if (clearing != _seenClearing)
        {
            _filters.Clear();
            _knownRow = 0;
        }

        // Others only add behind the last row that was known, or empty the whole corpus.
        var from = Of(_knownRow);
        foreach (var part in Parts().Where(p => p >= from))
        {
            Cover(part);
            var filter = _filters[(int)part] = new();
            for (_keys.Number(1, part); _keys.Next();)
            {
                filter.Add(_keys.Long(0));
            }
        }

        _knownRow = NextRow = _connection.Number("SELECT max(n) FROM posts") + 1;
        (_seenVersion, _seenClearing) = (version, clearing);
    }

    /// <summary>The parts that may hold a key; the one that held the last one first, since what is imported again comes in the order in which it came before.</summary>
    public IReadOnlyList<long> MayHold(long mark)
    {
        _found.Clear();
        for (var part = _filters.Count - 1; part >= 0; part--)
        {
            if (_filters[part]?.MayHold(mark) == true)
            {
                _found.Insert(part == LastHit ? 0 : _found.Count, part);
            }
        }

        return _found;
    }

    /// <summary>Takes the next row number for a new post.</summary>
    public long Add(long mark, string release)
    {
        var row = NextRow++;
        Cover(Of(row));
        (_filters[(int)Of(row)] ??= new()).Add(mark);
        Count(row, release, 1);
        return row;
    }

    /// <summary>Counts a post of a release in, or out.</summary>
    public void Count(long row, string release, int by) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, (Of(row), release), out _) += by;

    /// <summary>Writes the counts, before the commit.</summary>
    public void End()
    {
        foreach (var ((part, release), count) in _counts)
        {
            _count.Number(1, part).Utf8(2, Encoding.UTF8.GetBytes(release)).Number(3, count).Run();
        }
    }

    /// <summary>Forgets what was not committed.</summary>
    public void Forget() => _seenVersion = -1;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[_keys, _count, _dataVersion])
        {
            statement.Dispose();
        }
    }

    private void Cover(long part)
    {
        while (_filters.Count <= part)
        {
            _filters.Add(null);
        }
    }

    private List<long> Parts()
    {
        var parts = new List<long>();
        using var command = _connection.Command("SELECT DISTINCT part FROM post_parts ORDER BY 1");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            parts.Add(reader.GetInt64(0));
        }

        return parts;
    }
}
