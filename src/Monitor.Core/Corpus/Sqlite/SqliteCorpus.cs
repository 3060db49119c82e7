using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Monitor.Core.Corpus.Sqlite.Posts;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>
/// The corpus in one SQLite file: FTS5 over the analyzer's terms. Safe for many threads (one writes at a time, readers go on) and for several processes
/// (write-ahead log, short transactions, busy waits). What was put survives a crash and a power cut; the file is never torn.
/// </summary>
public sealed class SqliteCorpus : ICorpus
{
    private readonly SqliteConnections _connections;
    private readonly SqliteWriter _writer;
    private readonly Lock _writing = new();
    private bool _disposed;

    private SqliteCorpus(SqliteConnections connections)
    {
        _connections = connections;
        _writer = new(connections.Writer);
    }

    /// <summary>Opens a corpus file, making it where there is none.</summary>
    /// <exception cref="InvalidDataException">The file was made by another version of Monitor and must be rebuilt.</exception>
    public static SqliteCorpus Open(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return new(new SqliteConnections(file));
    }

    /// <inheritdoc/>
    public Task<PutResult> Put(CorpusBatch batch, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Task.Run(() => Write([new(batch)], cancel), cancel);
    }

    /// <inheritdoc/>
    public Task<PutResult> PutPrepared(IReadOnlyList<PreparedBatch> batches, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return Task.Run(() => Write([.. batches.Cast<SqliteBatch>()], cancel), cancel);
    }

    /// <inheritdoc/>
    public PreparedBatch Prepare(CorpusBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return new SqliteBatch(batch);
    }

    /// <inheritdoc/>
    public Task<Document?> Document(string id, CancellationToken cancel = default) => One("documents", id, CorpusJson.Default.Document, cancel);

    /// <inheritdoc/>
    public Task<Claim?> Claim(string id, CancellationToken cancel = default) => One("claims", id, CorpusJson.Default.Claim, cancel);

    /// <inheritdoc/>
    public Task<Release?> Release(string id, CancellationToken cancel = default) => One("releases", id, CorpusJson.Default.Release, cancel);

    /// <inheritdoc/>
    public Task<Post?> Post(string id, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        cancel.ThrowIfCancellationRequested();
        using var loan = _connections.Rent();
        return Task.FromResult(PostRows.Of(loan.Connection, id));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Account>> Accounts(string id, CancellationToken cancel = default) =>
        Many("SELECT json FROM accounts WHERE id = @0 ORDER BY release", CorpusJson.Default.Account, cancel, id);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Account>> AccountsByHandle(string handle, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return Many("SELECT json FROM accounts WHERE handle = @0 COLLATE NOCASE ORDER BY key", CorpusJson.Default.Account, cancel, handle.TrimStart('@'));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StatusEvent>> RenamesOf(string handle, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return Many(
            "SELECT e.json FROM renames r JOIN status_events e ON e.key = r.event WHERE r.handle = @0 ORDER BY e.date IS NULL, e.date, e.key", CorpusJson.Default.StatusEvent, cancel, handle.TrimStart('@'));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Account>> AccountsMarked(IReadOnlyList<IReadOnlyList<string>> anyOfAll, int most, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(anyOfAll);
        var lists = anyOfAll.Where(l => l.Count > 0).Select(l => $"({string.Join(" AND ", l.Select(m => $"\"{m.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))})").Distinct(StringComparer.Ordinal).ToList();
        if (lists.Count == 0)
        {
            return [];
        }

        var accounts = await Many(
            "SELECT a.json FROM account_marks_terms m CROSS JOIN accounts a ON a.n = m.rowid WHERE m.account_marks_terms MATCH @0 LIMIT @1",
            CorpusJson.Default.Account, cancel, string.Join(" OR ", lists), most).ConfigureAwait(false);
        return [.. accounts.OrderBy(a => a.Key, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, long>> MarkCounts(IReadOnlyList<string> marks, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(marks);
        cancel.ThrowIfCancellationRequested();
        using var loan = _connections.Rent();
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var mark in marks.Distinct(StringComparer.Ordinal))
        {
            if (loan.Connection.Number("SELECT coalesce(sum(n), 0) FROM mark_counts WHERE mark = @0", mark) is > 0 and var count)
            {
                counts[mark] = count;
            }
        }

        return Task.FromResult<IReadOnlyDictionary<string, long>>(counts);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> LinkInputs(CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        using var loan = _connections.Rent();
        using var command = loan.Connection.Command("SELECT what, fingerprint FROM link_inputs");
        using var reader = command.ExecuteReader();
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            inputs[reader.GetString(0)] = reader.GetString(1);
        }

        return Task.FromResult<IReadOnlyDictionary<string, string>>(inputs);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Release>> Releases(CancellationToken cancel = default) =>
        Many("SELECT json FROM releases ORDER BY key", CorpusJson.Default.Release, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Appearance>> AppearancesOf(string claimId, CancellationToken cancel = default) =>
        Many("SELECT json FROM appearances WHERE b = @0 ORDER BY date IS NULL, date, a, start", CorpusJson.Default.Appearance, cancel, claimId);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Appearance>> AppearancesIn(string documentId, CancellationToken cancel = default) =>
        Many("SELECT json FROM appearances WHERE a = @0 ORDER BY start, key", CorpusJson.Default.Appearance, cancel, documentId);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Link>> Links(string id, LinkKind? kind = null, CancellationToken cancel = default)
    {
        var links = await Many(
            "SELECT json FROM links WHERE a = @0 UNION ALL SELECT json FROM links WHERE b = @0 AND a <> @0", CorpusJson.Default.Link, cancel, id).ConfigureAwait(false);
        return [.. links.Where(l => kind is null || l.Kind == kind).OrderByDescending(l => l.Score).ThenBy(l => l.Target, StringComparer.Ordinal).ThenBy(l => l.From, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StatusEvent>> StatusEvents(string accountId, CancellationToken cancel = default) =>
        Many("SELECT json FROM status_events WHERE a = @0 ORDER BY date IS NULL, date, start, key", CorpusJson.Default.StatusEvent, cancel, accountId);

    /// <inheritdoc/>
    public IAsyncEnumerable<StatusEvent> StatusEventsIn(string releaseId, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(releaseId);
        return Stream("SELECT json FROM status_events WHERE b = ? ORDER BY a, date IS NULL, date, key", CorpusJson.Default.StatusEvent, cancel, releaseId);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Post> PostsOf(string accountId, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        return RowStream.Of(_connections, c => PostRows.OfAccount(c, accountId), cancel);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Post> PostsIn(string? releaseId, CancellationToken cancel = default) => RowStream.Of(_connections, c => PostRows.OfRelease(c, releaseId), cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<Post> PostsWithHashtag(string hashtag, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(hashtag);
        return RowStream.Of(_connections, c => PostRows.WithHashtag(c, hashtag), cancel);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Account> AccountsIn(string? releaseId, CancellationToken cancel = default) => releaseId is null
        ? Stream("SELECT json FROM accounts ORDER BY key", CorpusJson.Default.Account, cancel)
        : Stream("SELECT json FROM accounts WHERE release = ? ORDER BY key", CorpusJson.Default.Account, cancel, releaseId);

    /// <inheritdoc/>
    public IAsyncEnumerable<Document> AllDocuments(CancellationToken cancel = default) =>
        Stream("SELECT json FROM documents ORDER BY key", CorpusJson.Default.Document, cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<Claim> AllClaims(CancellationToken cancel = default) => Stream("SELECT json FROM claims ORDER BY key", CorpusJson.Default.Claim, cancel);

    /// <inheritdoc/>
    public Task<SearchPage> Search(SearchRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.Run(
            () =>
            {
                using var loan = _connections.Rent();
                using var interrupt = loan.Interrupt(cancel);
                try
                {
                    return new SqliteSearch(loan.Connection, request).Page();
                }
                catch (Microsoft.Data.Sqlite.SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_INTERRUPT)
                {
                    throw new OperationCanceledException(cancel);
                }
            },
            cancel);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<RecordKind, long>> Counts(CancellationToken cancel = default)
    {
        using var loan = _connections.Rent();
        var counts = new Dictionary<RecordKind, long>();
        foreach (var (kind, table) in (ReadOnlySpan<(RecordKind, string)>)
            [
                (RecordKind.Document, "documents"), (RecordKind.Claim, "claims"), (RecordKind.Appearance, "appearances"), (RecordKind.Release, "releases"),
                (RecordKind.Account, "accounts"), (RecordKind.Post, "posts"), (RecordKind.StatusEvent, "status_events"), (RecordKind.Link, "links"),
            ])
        {
            cancel.ThrowIfCancellationRequested();
            counts[kind] = loan.Connection.Number(kind == RecordKind.Post ? "SELECT sum(posts) FROM post_parts" : $"SELECT count(*) FROM {table}");
        }

        return Task.FromResult<IReadOnlyDictionary<RecordKind, long>>(counts);
    }

    /// <inheritdoc/>
    public Task Clear(CancellationToken cancel = default) => Task.Run(
        () =>
        {
            lock (_writing)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                _writer.Clear();
            }
        },
        cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (_writing)
        {
            if (!_disposed)
            {
                _disposed = true;
                _writer.Dispose();
                _connections.Dispose();
            }
        }

        return ValueTask.CompletedTask;
    }

    private PutResult Write(IReadOnlyList<SqliteBatch> batches, CancellationToken cancel)
    {
        PutResult result;
        lock (_writing)
        {
            cancel.ThrowIfCancellationRequested();
            ObjectDisposedException.ThrowIf(_disposed, this);
            result = _writer.Put(batches, cancel);
        }

        foreach (var batch in batches)
        {
            batch.Dispose();
        }

        return result;
    }

    private async Task<T?> One<T>(string table, string id, JsonTypeInfo<T> json, CancellationToken cancel)
        where T : class
    {
        var found = await Many($"SELECT json FROM {table} WHERE key = @0", json, cancel, id).ConfigureAwait(false);
        return found.Count > 0 ? found[0] : null;
    }

    private Task<IReadOnlyList<T>> Many<T>(string sql, JsonTypeInfo<T> json, CancellationToken cancel, params object?[] parameters)
    {
        cancel.ThrowIfCancellationRequested();
        using var loan = _connections.Rent();
        using var command = loan.Connection.Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var found = new List<T>();
        while (reader.Read())
        {
            found.Add(JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(0), json)!);
        }

        return Task.FromResult<IReadOnlyList<T>>(found);
    }

    private IAsyncEnumerable<T> Stream<T>(string sql, JsonTypeInfo<T> json, CancellationToken cancel, string? parameter = null) => RowStream.Of(
        _connections, c => RowStream.Rows(c, sql, r => _ = parameter is null ? r : r.Text(1, parameter), r => JsonSerializer.Deserialize(r.Bytes(0), json)!), cancel);
}
