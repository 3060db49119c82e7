using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Monitor.Core.Corpus.Sqlite.Posts;

/// <summary>
/// The indexes of posts by key, by account and by time: tables of numbers that begin with the part. New entries are held until the end of the transaction and go in
/// sorted, for which SQLite needs half the time that it needs for entries in no order. For the writer, under its lock.
/// </summary>
internal sealed class PostIndex : IDisposable
{
    /// <summary>Stands for the time of a post without one.</summary>
    public const long Undated = long.MinValue;

    private readonly SqliteStatement _find;
    private readonly SqliteStatement _row;
    private readonly SqliteStatement _addKey;
    private readonly SqliteStatement _addAccount;
    private readonly SqliteStatement _addDate;
    private readonly SqliteStatement _removeAccount;
    private readonly SqliteStatement _removeDate;
    private readonly List<Entry> _new = [];
    private readonly Dictionary<long, long> _newRows = []; // by the mark of the key

    /// <summary>Prepares the statements.</summary>
    public PostIndex(SqliteConnection connection)
    {
        _find = new(connection, $"SELECT p.n, {PostRow.Columns} FROM post_keys k CROSS JOIN posts p ON p.n = k.n WHERE k.part = ? AND k.mark = ?");
        _row = new(connection, $"SELECT n, {PostRow.Columns} FROM posts WHERE n = ?");
        _addKey = new(connection, "INSERT INTO post_keys(part, mark, n) VALUES(?,?,?)");
        _addAccount = new(connection, "INSERT INTO post_accounts(part, mark, date, n) VALUES(?,?,?,?)");
        _addDate = new(connection, "INSERT INTO post_dates(part, date, n) VALUES(?,?,?)");
        _removeAccount = new(connection, "DELETE FROM post_accounts WHERE part = ? AND mark = ? AND date = ? AND n = ?");
        _removeDate = new(connection, "DELETE FROM post_dates WHERE part = ? AND date = ? AND n = ?");
    }

    /// <summary>Forgets what was not written.</summary>
    public void Forget()
    {
        _new.Clear();
        _newRows.Clear();
    }

    /// <summary>Adds a new post.</summary>
    public void Add(long row, PostBlock.Row post)
    {
        if (!_newRows.TryAdd(post.KeyMark, row))
        {
            Write(); // two keys with one mark
        }

        _new.Add(new(PostParts.Of(row), post.KeyMark, post.AccountMark, post.Date ?? Undated, row));
    }

    /// <summary>Moves a post that has another account or time now.</summary>
    public void Move(long row, long accountBefore, long? dateBefore, PostBlock.Row post)
    {
        if (accountBefore == post.AccountMark && dateBefore == post.Date)
        {
            return;
        }

        Write();
        var (part, before) = (PostParts.Of(row), dateBefore ?? Undated);
        _removeAccount.Number(1, part).Number(2, accountBefore).Number(3, before).Number(4, row).Run();
        _removeDate.Number(1, part).Number(2, before).Number(3, row).Run();
        _addAccount.Number(1, part).Number(2, post.AccountMark).Number(3, post.Date ?? Undated).Number(4, row).Run();
        _addDate.Number(1, part).Number(2, post.Date ?? Undated).Number(3, row).Run();
    }

    /// <summary>The row of a key among those of this transaction; the statement stands on it and must be reset.</summary>
    public SqliteStatement? FindNew(long mark, ReadOnlySpan<byte> key)
    {
        if (!_newRows.TryGetValue(mark, out var row))
        {
            return null;
        }

        _row.Number(1, row).Next();
        if (_row.Bytes(1).SequenceEqual(key))
        {
            return _row;
        }

        _row.Reset();
        return null;
    }

    /// <summary>The row of a key among those of a part; the statement stands on it and must be reset.</summary>
    public SqliteStatement? Find(long part, long mark, ReadOnlySpan<byte> key)
    {
        _find.Number(1, part).Number(2, mark);
        while (_find.Next())
        {
            if (_find.Bytes(1).SequenceEqual(key))
            {
                return _find;
            }
        }

        return null;
    }

    /// <summary>Writes the entries that are held.</summary>
    public void Write()
    {
        var entries = CollectionsMarshal.AsSpan(_new);
        entries.Sort((a, b) => Order(a.Part.CompareTo(b.Part), a.Key.CompareTo(b.Key)));
        foreach (ref readonly var entry in entries)
        {
            _addKey.Number(1, entry.Part).Number(2, entry.Key).Number(3, entry.Row).Run();
        }

        entries.Sort((a, b) => Order(a.Part.CompareTo(b.Part), a.Account.CompareTo(b.Account), a.Date.CompareTo(b.Date), a.Row.CompareTo(b.Row)));
        foreach (ref readonly var entry in entries)
        {
            _addAccount.Number(1, entry.Part).Number(2, entry.Account).Number(3, entry.Date).Number(4, entry.Row).Run();
        }

        entries.Sort((a, b) => Order(a.Part.CompareTo(b.Part), a.Date.CompareTo(b.Date), a.Row.CompareTo(b.Row)));
        foreach (ref readonly var entry in entries)
        {
            _addDate.Number(1, entry.Part).Number(2, entry.Date).Number(3, entry.Row).Run();
        }

        Forget();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[_find, _row, _addKey, _addAccount, _addDate, _removeAccount, _removeDate])
        {
            statement.Dispose();
        }
    }

    private static int Order(int first, int second, int third = 0, int fourth = 0) => first != 0 ? first : second != 0 ? second : third != 0 ? third : fourth;

    private readonly record struct Entry(long Part, long Key, long Account, long Date, long Row);
}
