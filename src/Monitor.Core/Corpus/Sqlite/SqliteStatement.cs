using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>A prepared statement bound by number and by bytes, for the rows of a batch, where a command object for each would cost more than SQLite itself.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _buffer = new byte[256];

    /// <summary>Prepares a statement.</summary>
    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Rows that the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_database);

    /// <summary>Row number of the last insert.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(_database);

    /// <summary>Binds a text; null and empty are NULL.</summary>
    public SqliteStatement Text(int index, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            Check(raw.sqlite3_bind_null(_statement, index));
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (_buffer.Length < most)
        {
            _buffer = new byte[most * 2];
        }

        return Utf8(index, _buffer.AsSpan(0, Encoding.UTF8.GetBytes(value, _buffer)));
    }

    /// <summary>Binds a text given in UTF-8, an empty one as NULL when so told.</summary>
    public SqliteStatement Utf8(int index, ReadOnlySpan<byte> value, bool emptyIsNull = false)
    {
        Check(emptyIsNull && value.IsEmpty ? raw.sqlite3_bind_null(_statement, index) : raw.sqlite3_bind_text(_statement, index, value));
        return this;
    }

    /// <summary>Binds bytes.</summary>
    public SqliteStatement Blob(int index, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(_statement, index, value));
        return this;
    }

    /// <summary>Binds a whole number or NULL.</summary>
    public SqliteStatement Number(int index, long? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, index, number) : raw.sqlite3_bind_null(_statement, index));
        return this;
    }

    /// <summary>Binds a number.</summary>
    public SqliteStatement Real(int index, double value)
    {
        Check(raw.sqlite3_bind_double(_statement, index, value));
        return this;
    }

    /// <summary>Runs it to the end.</summary>
    public void Run()
    {
        Check(raw.sqlite3_step(_statement));
        raw.sqlite3_reset(_statement);
    }

    /// <summary>Goes to the next row; false, and ready to be bound again, behind the last.</summary>
    public bool Next()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        Check(result);
        raw.sqlite3_reset(_statement);
        return false;
    }

    /// <summary>Leaves the rows that are not read yet.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    /// <summary>A number of the current row.</summary>
    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>True when the current row has no value there.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>A text of the current row.</summary>
    public string String(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string() ?? "";

    /// <summary>Bytes of the current row, good until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            var message = raw.sqlite3_errmsg(_database).utf8_to_string();
            raw.sqlite3_reset(_statement);
            throw new SqliteException($"SQLite error {result}: {message}", result, raw.sqlite3_extended_errcode(_database));
        }
    }
}
