using Microsoft.Data.Sqlite;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>Writes what linking looks up: marks of accounts with their counts, handles of renames, fingerprints of inputs.</summary>
internal sealed class LinkTables : IDisposable
{
    private static readonly string[] Tables = ["account_marks", "mark_counts", "renames", "link_inputs"];

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _row;
    private readonly SqliteStatement _former;
    private readonly SqliteStatement _keep;
    private readonly SqliteStatement _deleteTerms;
    private readonly SqliteStatement _addTerms;
    private readonly SqliteStatement _count;
    private readonly SqliteStatement _rename;
    private readonly SqliteStatement _input;

    /// <summary>Prepares the statements.</summary>
    public LinkTables(SqliteConnection connection)
    {
        _connection = connection;
        _row = new(connection, "SELECT n FROM accounts WHERE key = ?");
        _former = new(connection, "SELECT marks FROM account_marks WHERE n = ?");
        _keep = new(connection, "INSERT OR REPLACE INTO account_marks(n, marks) VALUES(?,?)");
        _deleteTerms = new(connection, "DELETE FROM account_marks_terms WHERE rowid = ?");
        _addTerms = new(connection, "INSERT INTO account_marks_terms(rowid, marks) VALUES(?,?)");
        _count = new(connection, "INSERT INTO mark_counts(mark, n) VALUES(?,?) ON CONFLICT(mark) DO UPDATE SET n = n + excluded.n");
        _rename = new(connection, "INSERT OR IGNORE INTO renames(handle, event) VALUES(?,?)");
        _input = new(connection, "INSERT OR REPLACE INTO link_inputs(what, fingerprint) VALUES(?,?)");
    }

    /// <summary>Writes the batch's marks, renames and fingerprints.</summary>
    /// <exception cref="CorpusBatchException">Marks of an account that is not stored.</exception>
    public void Write(CorpusBatch batch)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var marks in batch.AccountMarks)
        {
            Write(marks, counts);
        }

        foreach (var (mark, by) in counts.Where(c => c.Value != 0).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            _count.Text(1, mark).Number(2, by).Run();
        }

        foreach (var renamed in batch.StatusEvents.Where(e => e.Rename is not null))
        {
            _rename.Text(1, renamed.Rename!.Value.Old).Text(2, renamed.Key).Run();
            _rename.Text(1, renamed.Rename!.Value.New).Text(2, renamed.Key).Run();
        }

        foreach (var input in batch.LinkInputs)
        {
            _input.Text(1, input.Of).Utf8(2, System.Text.Encoding.UTF8.GetBytes(input.Fingerprint)).Run();
        }
    }

    /// <summary>Empties the tables, in the caller's transaction.</summary>
    public void Clear()
    {
        foreach (var table in Tables)
        {
            _connection.Run($"DELETE FROM {table}");
        }

        _connection.Run("INSERT INTO account_marks_terms(account_marks_terms) VALUES('delete-all')");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[_row, _former, _keep, _deleteTerms, _addTerms, _count, _rename, _input])
        {
            statement.Dispose();
        }
    }

    private void Write(AccountMarks marks, Dictionary<string, long> counts)
    {
        if (!_row.Text(1, marks.AccountKey).Next())
        {
            _row.Reset();
            throw new CorpusBatchException($"marks of {marks.AccountKey}: this account is neither in the batch nor in the corpus");
        }

        var row = _row.Long(0);
        _row.Reset();
        var text = string.Join(' ', marks.Marks);
        var known = _former.Number(1, row).Next();
        var former = known ? _former.String(0) : "";
        _former.Reset();
        if (known && former == text)
        {
            return;
        }

        Count(former, -1, counts);
        Count(text, 1, counts);
        if (known)
        {
            _deleteTerms.Number(1, row).Run();
        }

        _keep.Number(1, row).Utf8(2, System.Text.Encoding.UTF8.GetBytes(text)).Run();
        _addTerms.Number(1, row).Text(2, string.Join(' ', marks.Marks.Where(m => m[0] != '#'))).Run();
    }

    private static void Count(string marks, long by, Dictionary<string, long> counts)
    {
        foreach (var mark in marks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(m => m[0] == '#'))
        {
            counts[mark] = counts.GetValueOrDefault(mark) + by;
        }
    }
}
