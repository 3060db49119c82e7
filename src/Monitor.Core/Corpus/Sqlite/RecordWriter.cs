using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>Writes records of one searched kind: the row, and its terms under the same number.</summary>
internal sealed class RecordWriter<T> : IDisposable
{
    /// <summary>Records prepared together.</summary>
    private const int BlockSize = 512;

    /// <summary>Blocks prepared ahead of the writer.</summary>
    private const int Ahead = 3;

    private const string Columns = "key, id, user_id, handle, date, source, country, language, kind, speaker, release, platform, followers, following, json, outlet";

    private readonly RowShape<T> _shape;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _find;
    private readonly SqliteStatement _replace;
    private readonly SqliteStatement _addTerms;
    private readonly SqliteStatement _deleteTerms;
    private readonly SqliteStatement _delete;

    /// <summary>Prepares the statements of a kind.</summary>
    public RecordWriter(SqliteConnection connection, RowShape<T> shape)
    {
        _shape = shape;
        var table = SqliteSchema.Table(shape.Kind);
        _insert = new(connection, $"INSERT INTO {table}({Columns}) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(key) DO NOTHING");
        _find = new(connection, $"SELECT n, json FROM {table} WHERE key = ?");
        _replace = new(connection, $"REPLACE INTO {table}({Columns}, n) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        _addTerms = new(connection, $"INSERT INTO {table}_terms(rowid, title, speaker, body, keys) VALUES(?,?,?,?,?)");
        _deleteTerms = new(connection, $"DELETE FROM {table}_terms WHERE rowid = ?");
        _delete = new(connection, $"DELETE FROM {table} WHERE n = ?");
    }

    /// <summary>Writes records, preparing them on other threads.</summary>
    public PutCount Write(IReadOnlyList<T> records, CancellationToken cancel)
    {
        var count = default(PutCount);
        var waiting = new Queue<Task<RowBlock<T>>>();
        var next = 0;
        while (next < records.Count || waiting.Count > 0)
        {
            while (next < records.Count && waiting.Count < Ahead)
            {
                var block = new RowBlock<T>(_shape, records, next, Math.Min(BlockSize, records.Count - next));
                next += block.Count;
                waiting.Enqueue(records.Count == block.Count ? Task.FromResult(block.Prepare()) : Task.Run(block.Prepare, cancel));
            }

            count += Write(waiting.Dequeue().GetAwaiter().GetResult());
            cancel.ThrowIfCancellationRequested();
        }

        return count;
    }

    /// <summary>True when a record with this key is stored.</summary>
    public bool Holds(string key) => Find(key) is not null;

    /// <summary>Removes a record and its terms.</summary>
    public void Remove(string key)
    {
        if (Find(key) is { } row)
        {
            _deleteTerms.Number(1, row).Run();
            _delete.Number(1, row).Run();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[_insert, _find, _replace, _addTerms, _deleteTerms, _delete])
        {
            statement.Dispose();
        }
    }

    private PutCount Write(RowBlock<T> block)
    {
        var (added, changed, unchanged) = (0, 0, 0);
        for (var i = 0; i < block.Count; i++)
        {
            var keys = _shape.Keys(block.Record(i));
            var extras = _shape.Extras(block.Record(i));
            Bind(_insert, keys, extras, block.Json(i)).Run();
            if (_insert.Changes > 0)
            {
                AddTerms(_insert.LastRow, block, i);
                added++;
                continue;
            }

            var (row, stays) = Find(extras.Key ?? keys.Id, block.Json(i), block.Record(i));
            if (stays)
            {
                unchanged++;
                continue;
            }

            _deleteTerms.Number(1, row).Run();
            Bind(_replace, keys, extras, block.Json(i)).Number(17, row).Run();
            AddTerms(row!.Value, block, i);
            changed++;
        }

        return new(added, changed, unchanged);
    }

    private static SqliteStatement Bind(SqliteStatement statement, RecordKeys keys, RowExtras extras, ReadOnlySpan<byte> json) => statement
        .Text(1, extras.Key ?? keys.Id).Text(2, extras.Key is null ? null : keys.Id).Text(3, keys.UserId).Text(4, extras.Handle)
        .Number(5, keys.Date).Text(6, keys.Source).Text(7, keys.Country).Text(8, keys.Language).Text(9, keys.Kind).Text(10, keys.Speaker).Text(11, keys.Release)
        .Text(12, keys.Platform).Number(13, keys.Followers).Number(14, keys.Following).Blob(15, json).Text(16, keys.Outlet);

    private void AddTerms(long row, RowBlock<T> block, int index) => _addTerms.Number(1, row)
        .Utf8(2, block.Terms(index, 0)).Utf8(3, block.Terms(index, 1)).Utf8(4, block.Terms(index, 2)).Utf8(5, block.Terms(index, 3)).Run();

    private long? Find(string key)
    {
        if (!_find.Text(1, key).Next())
        {
            return null;
        }

        var found = _find.Long(0);
        _find.Reset();
        return found;
    }

    /// <summary>The row of a key, and whether what it holds is to stay: it is the same, or preferred.</summary>
    private (long? Row, bool Stays) Find(string key, ReadOnlySpan<byte> json, T record)
    {
        if (!_find.Text(1, key).Next())
        {
            return default;
        }

        var stored = _find.Bytes(1);
        var stays = stored.SequenceEqual(json) || (_shape.Prefers is { } prefers && !prefers(record, JsonSerializer.Deserialize(stored, _shape.Json)!));
        var row = _find.Long(0);
        _find.Reset();
        return (row, stays);
    }
}
