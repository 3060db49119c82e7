using Microsoft.Data.Sqlite;
using Monitor.Core.Corpus.Sqlite.Posts;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>Puts batches: the rules of <see cref="ICorpus.Put"/> in one transaction. Used by one thread at a time.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly RecordWriter<Document> _documents;
    private readonly RecordWriter<Claim> _claims;
    private readonly RecordWriter<Release> _releases;
    private readonly RecordWriter<Account> _accounts;
    private readonly PostWriter _posts;
    private readonly PartWriter<Appearance> _appearances;
    private readonly PartWriter<StatusEvent> _events;
    private readonly PartWriter<Link> _links;
    private readonly LinkTables _linking;
    private readonly SubjectTables _subjects;

    /// <summary>Prepares all statements.</summary>
    public SqliteWriter(SqliteConnection connection)
    {
        var json = CorpusJson.Default;
        _connection = connection;
        _documents = new(connection, new(SearchKind.Documents, json.Document, RecordTerms.Fill, RecordKeys.Of, _ => default));
        _claims = new(connection, new(SearchKind.Claims, json.Claim, RecordTerms.Fill, RecordKeys.Of, _ => default));
        _releases = new(connection, new(SearchKind.Releases, json.Release, RecordTerms.Fill, RecordKeys.Of, _ => default));
        _accounts = new(connection, new(SearchKind.Accounts, json.Account, RecordTerms.Fill, RecordKeys.Of, a => new(a.Key, a.Handle), AccountPreference.Better));
        _posts = new(connection);
        _appearances = new(connection, "appearances", json.Appearance, a => new(a.Id, a.DocumentId, a.ClaimId, a.Published?.ToUnixTimeMilliseconds(), a.Start));
        _events = new(connection, "status_events", json.StatusEvent, e => new(e.Key, e.AccountId, e.Source.Release, e.Time?.Time.ToUnixTimeMilliseconds(), e.Source.Line), (e, stored) => RowPreference.Better(e.Source, stored.Source));
        _links = new(connection, "links", json.Link, l => new(l.Id, l.From, l.Target, null, l.Score));
        _linking = new(connection);
        _subjects = new(connection);
    }

    /// <summary>Stores batches, all of them or none.</summary>
    public PutResult Put(IReadOnlyList<SqliteBatch> batches, CancellationToken cancel)
    {
        _connection.Run("BEGIN IMMEDIATE");
        try
        {
            var counts = new Dictionary<RecordKind, PutCount>();
            var hasPosts = batches.Any(b => b.Posts > 0);
            if (hasPosts)
            {
                _posts.Begin();
            }

            foreach (var batch in batches)
            {
                Write(batch, counts, cancel);
                cancel.ThrowIfCancellationRequested();
            }

            if (hasPosts)
            {
                _posts.End();
            }

            _connection.Run("COMMIT");
            return new(counts);
        }
        catch
        {
            Rollback();
            throw;
        }
    }

    /// <summary>Empties every table.</summary>
    public void Clear()
    {
        _connection.Run("BEGIN IMMEDIATE");
        try
        {
            foreach (var table in SqliteSchema.Tables)
            {
                _connection.Run($"DELETE FROM {table}");
                _connection.Run($"INSERT INTO {table}_terms({table}_terms) VALUES('delete-all')");
            }

            foreach (var table in (string[])["post_keys", "post_accounts", "post_dates", "post_parts"])
            {
                _connection.Run($"DELETE FROM {table}");
            }

            _connection.Run("INSERT INTO clearings DEFAULT VALUES");
            _posts.Forget();
            _connection.Run("DELETE FROM appearances");
            _connection.Run("DELETE FROM status_events");
            _connection.Run("DELETE FROM links");
            _linking.Clear();
            _subjects.Clear();
            _connection.Run("COMMIT");
        }
        catch
        {
            Rollback();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var writer in (IDisposable[])[_documents, _claims, _releases, _accounts, _posts, _appearances, _events, _links, _linking, _subjects])
        {
            writer.Dispose();
        }
    }

    private void Write(SqliteBatch prepared, Dictionary<RecordKind, PutCount> counts, CancellationToken cancel)
    {
        var batch = prepared.Others;
        Count(RecordKind.Release, batch.Releases, r => _releases.Write(r, cancel));
        Count(RecordKind.Document, batch.Documents, d => _documents.Write(d, cancel));
        Count(RecordKind.Claim, batch.Claims, c => _claims.Write(c, cancel));
        RequireClaims(batch);
        Count(RecordKind.Appearance, batch.Appearances, _appearances.Write);
        Count(RecordKind.Account, batch.Accounts, a => _accounts.Write(a, cancel));
        Count(RecordKind.Post, prepared.Blocks, WritePosts);
        Count(RecordKind.StatusEvent, batch.StatusEvents, _events.Write);
        Count(RecordKind.Link, batch.Links, _links.Write);
        _linking.Write(batch);
        RemoveFormerLinks(batch);
        var lost = RemoveFormerAppearances(batch);
        _subjects.Write(batch, lost);

        void Count<T>(RecordKind kind, IReadOnlyList<T> records, Func<IReadOnlyList<T>, PutCount> write)
        {
            if (records.Count > 0)
            {
                counts[kind] = counts.GetValueOrDefault(kind) + write(records);
            }
        }

        PutCount WritePosts(IReadOnlyList<PostBlock> blocks)
        {
            var count = default(PutCount);
            foreach (var block in blocks)
            {
                count += _posts.Write(block);
                cancel.ThrowIfCancellationRequested();
            }

            return count;
        }
    }

    private void RequireClaims(CorpusBatch batch)
    {
        var known = batch.Claims.Select(c => c.Id).ToHashSet();
        foreach (var appearance in batch.Appearances)
        {
            if (!known.Contains(appearance.ClaimId) && !_claims.Holds(appearance.ClaimId))
            {
                throw new CorpusBatchException($"appearance {appearance.Id}: its claim {appearance.ClaimId} is neither in the batch nor in the corpus");
            }

            known.Add(appearance.ClaimId);
        }
    }

    private void RemoveFormerLinks(CorpusBatch batch)
    {
        var kept = batch.Links.Select(l => l.Id).ToHashSet();
        foreach (var from in batch.ReplaceLinksFrom)
        {
            foreach (var (key, _) in _links.Of(from))
            {
                if (!kept.Contains(key))
                {
                    _links.Remove(key);
                }
            }
        }
    }

    /// <summary>Appearances that a document no longer has, then claims that have none left, with their links. Gives the claims that lost one.</summary>
    private SortedSet<string> RemoveFormerAppearances(CorpusBatch batch)
    {
        var kept = batch.Appearances.Select(a => a.Id).ToHashSet();
        var claims = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var document in batch.Documents)
        {
            foreach (var (key, claim) in _appearances.Of(document.Id))
            {
                if (!kept.Contains(key))
                {
                    _appearances.Remove(key);
                    claims.Add(claim);
                }
            }
        }

        var lost = new SortedSet<string>(claims, StringComparer.Ordinal);
        claims.ExceptWith(batch.Claims.Select(c => c.Id));
        foreach (var claim in claims.Where(c => _appearances.OfSecond(c).Count == 0))
        {
            _claims.Remove(claim);
            foreach (var (key, _) in _links.Of(claim).Concat(_links.OfSecond(claim)))
            {
                _links.Remove(key);
            }
        }

        return lost;
    }

    private void Rollback()
    {
        _posts.Forget();
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle!) == 0)
        {
            _connection.Run("ROLLBACK");
        }
    }
}
