using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Data.Sqlite;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>What a record that joins two others (appearance, status event, link) is kept under.</summary>
internal readonly record struct PartKeys(string Key, string A, string B, long? Date, double Start);

/// <summary>Writes records that are not searched but looked up by the records they join.</summary>
internal sealed class PartWriter<T> : IDisposable
{
    private readonly JsonTypeInfo<T> _json;
    private readonly Func<T, PartKeys> _keys;
    private readonly Func<T, T, bool>? _better;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _find;
    private readonly SqliteStatement _update;
    private readonly SqliteStatement _of;
    private readonly SqliteStatement _ofB;
    private readonly SqliteStatement _delete;
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    /// <summary>Prepares the statements of a table. <paramref name="better"/> says whether a record (first) takes the place of a stored one (second); without it, it always does.</summary>
    public PartWriter(SqliteConnection connection, string table, JsonTypeInfo<T> json, Func<T, PartKeys> keys, Func<T, T, bool>? better = null)
    {
        (_json, _keys, _better) = (json, keys, better);
        _insert = new(connection, $"INSERT INTO {table}(key, a, b, date, start, json) VALUES(?,?,?,?,?,?) ON CONFLICT(key) DO NOTHING");
        _find = new(connection, $"SELECT n, json FROM {table} WHERE key = ?");
        _update = new(connection, $"UPDATE {table} SET a = ?, b = ?, date = ?, start = ?, json = ? WHERE n = ?");
        _of = new(connection, $"SELECT key, b FROM {table} WHERE a = ?");
        _ofB = new(connection, $"SELECT key, a FROM {table} WHERE b = ?");
        _delete = new(connection, $"DELETE FROM {table} WHERE key = ?");
    }

    /// <summary>Writes records.</summary>
    public PutCount Write(IReadOnlyList<T> records)
    {
        var count = default(PutCount);
        foreach (var record in records)
        {
            count += Write(record);
        }

        return count;
    }

    /// <summary>Keys under the first end, each with its other end.</summary>
    public List<(string Key, string Other)> Of(string a) => Read(_of.Text(1, a));

    /// <summary>Keys under the second end, each with its first.</summary>
    public List<(string Key, string Other)> OfSecond(string b) => Read(_ofB.Text(1, b));

    /// <summary>Removes a record.</summary>
    public void Remove(string key) => _delete.Text(1, key).Run();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[_insert, _find, _update, _of, _ofB, _delete])
        {
            statement.Dispose();
        }
    }

    private static List<(string Key, string Other)> Read(SqliteStatement statement)
    {
        var found = new List<(string, string)>();
        while (statement.Next())
        {
            found.Add((statement.String(0), statement.String(1)));
        }

        return found;
    }

    private PutCount Write(T record)
    {
        _bytes.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_bytes, CorpusJson.Writing))
        {
            _json.SerializeHandler!(writer, record);
        }

        var json = _bytes.WrittenSpan;
        var k = _keys(record);
        _insert.Text(1, k.Key).Text(2, k.A).Text(3, k.B).Number(4, k.Date).Real(5, k.Start).Blob(6, json).Run();
        if (_insert.Changes > 0)
        {
            return new(1, 0, 0);
        }

        _find.Text(1, k.Key).Next();
        var row = _find.Long(0);
        var stays = _find.Bytes(1).SequenceEqual(json) || (_better is not null && !_better(record, JsonSerializer.Deserialize(_find.Bytes(1), _json)!));
        _find.Reset();
        if (stays)
        {
            return new(0, 0, 1);
        }

        _update.Text(1, k.A).Text(2, k.B).Number(3, k.Date).Real(4, k.Start).Blob(5, json).Number(6, row).Run();
        return new(0, 1, 0);
    }
}
