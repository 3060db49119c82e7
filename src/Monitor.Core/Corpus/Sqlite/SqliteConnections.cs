using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>The connections to one corpus file: one that writes, and readers that are lent out and taken back.</summary>
internal sealed class SqliteConnections : IDisposable
{
    private const int MostIdleReaders = 8;

    private readonly string _file;
    private readonly ConcurrentBag<SqliteConnection> _readers = [];
    private bool _disposed;

    /// <summary>Opens a file, making it and its folder where needed.</summary>
    /// <remarks>Every commit is flushed to disk, for the ledger counts on it: what it calls stored must not go with a power cut.</remarks>
    public SqliteConnections(string file)
    {
        _file = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        Writer = Open("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -65536");
        try
        {
            SqliteSchema.Ensure(Writer);
        }
        catch
        {
            Writer.Dispose();
            throw;
        }
    }

    /// <summary>The connection that writes; used under the writer's lock only.</summary>
    public SqliteConnection Writer { get; }

    /// <summary>Lends a reader; disposing the loan gives it back.</summary>
    public Loan Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new Loan(this, _readers.TryTake(out var idle) ? idle : Open("PRAGMA query_only = 1; PRAGMA cache_size = -32768; PRAGMA mmap_size = 1073741824"));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        Writer.Dispose();
    }

    private SqliteConnection Open(string pragmas)
    {
        // Pooling is off: readers are kept here, and a disposed corpus must let go of its file. Busy waits cover another process that writes.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false, DefaultTimeout = 60 }.ToString());
        try
        {
            connection.Open();
            connection.Run("PRAGMA busy_timeout = 60000");
            foreach (var pragma in pragmas.Split(';'))
            {
                connection.Run(pragma);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Return(SqliteConnection reader)
    {
        if (_disposed || _readers.Count >= MostIdleReaders)
        {
            reader.Dispose();
        }
        else
        {
            _readers.Add(reader);
        }
    }

    /// <summary>A reader on loan, in a transaction, so that all it reads is of one state.</summary>
    internal sealed class Loan : IDisposable
    {
        private readonly SqliteConnections _owner;

        public Loan(SqliteConnections owner, SqliteConnection connection)
        {
            _owner = owner;
            Connection = connection;
            connection.Run("BEGIN");
        }

        /// <summary>The reader.</summary>
        public SqliteConnection Connection { get; }

        /// <summary>Stops a running statement when cancelled.</summary>
        public CancellationTokenRegistration Interrupt(CancellationToken cancel) => cancel.Register(() => SQLitePCL.raw.sqlite3_interrupt(Connection.Handle));

        /// <inheritdoc/>
        public void Dispose()
        {
            Connection.Run("ROLLBACK");
            _owner.Return(Connection);
        }
    }
}
