using Microsoft.Data.Sqlite;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>Writes what stands beside claims and accounts and is made of other records: verdicts, and in how many outlets a claim appeared.</summary>
internal sealed class SubjectTables : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _forget;
    private readonly SqliteStatement _verdict;
    private readonly SqliteStatement _spread;

    /// <summary>Prepares the statements.</summary>
    public SubjectTables(SqliteConnection connection)
    {
        _connection = connection;
        _forget = new(connection, "DELETE FROM verdicts WHERE subject = ?");
        _verdict = new(connection, "INSERT OR IGNORE INTO verdicts(subject, verdict) VALUES(?,?)");
        _spread = new(
            connection,
            "UPDATE claims SET spread = (SELECT count(DISTINCT d.outlet) FROM appearances a CROSS JOIN documents d ON d.key = a.a WHERE a.b = claims.key) WHERE key = ?");
    }

    /// <summary>Writes what a batch changes; to be called when its records are written.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="lost">Claims that lost an appearance.</param>
    public void Write(CorpusBatch batch, IEnumerable<string> lost)
    {
        foreach (var subject in batch.Verdicts)
        {
            _forget.Text(1, subject.Subject).Run();
            foreach (var verdict in subject.Verdicts)
            {
                _verdict.Text(1, subject.Subject).Text(2, verdict).Run();
            }
        }

        foreach (var claim in batch.Claims.Select(c => c.Id).Concat(batch.Appearances.Select(a => a.ClaimId)).Concat(lost).Distinct(StringComparer.Ordinal))
        {
            _spread.Text(1, claim).Run();
        }
    }

    /// <summary>Empties the tables.</summary>
    public void Clear() => _connection.Run("DELETE FROM verdicts");

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[_forget, _verdict, _spread])
        {
            statement.Dispose();
        }
    }
}
