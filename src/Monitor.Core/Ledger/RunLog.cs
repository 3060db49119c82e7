using Dapper;
using Monitor.Core.Model;

namespace Monitor.Core.Ledger;

/// <summary>One run of a crawler definition.</summary>
public sealed record Run
{
    /// <summary>Content-derived id of crawler and start.</summary>
    public string Id { get; init; } = "";

    /// <summary>Crawler definition.</summary>
    public string Crawler { get; init; } = "";

    /// <summary>When it began.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>running, done, failed or interrupted; skipped when another process was at it, which is not recorded.</summary>
    public string State { get; init; } = "running";

    /// <summary>Urls that discovery listed.</summary>
    public int Found { get; init; }

    /// <summary>Pages captured.</summary>
    public int Captured { get; init; }

    /// <summary>Pages that failed.</summary>
    public int Failed { get; init; }

    /// <summary>What went wrong; empty when nothing did.</summary>
    public string Message { get; init; } = "";
}

/// <summary>When each crawler ran and what came of it.</summary>
public sealed class RunLog
{
    private readonly Ledger _ledger;

    internal RunLog(Ledger ledger) => _ledger = ledger;

    /// <summary>Records the start of a run; a run of the same crawler that never ended is marked interrupted. The caller sees to it that none is under way.</summary>
    public Run Start(string crawler)
    {
        var now = _ledger.Time.GetUtcNow();
        var run = new Run { Id = Ids.Of('r', crawler, UtcText.Write(now)), Crawler = crawler, Started = now };
        _ledger.Write((connection, transaction) =>
        {
            connection.Execute("update runs set state = 'interrupted', finished = @now where crawler = @crawler and state = 'running'", new { crawler, now }, transaction);
            connection.Execute("insert or replace into runs (id, crawler, started, state) values (@Id, @Crawler, @Started, @State)", run, transaction);
        });
        return run;
    }

    /// <summary>Records how a run ended.</summary>
    public Run Finish(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var finished = run with { Finished = _ledger.Time.GetUtcNow() };
        using var connection = _ledger.Connect();
        connection.Execute(
            "update runs set finished = @Finished, state = @State, found = @Found, captured = @Captured, failed = @Failed, message = @Message where id = @Id",
            finished);
        return finished;
    }

    /// <summary>Newest runs first, of one crawler when given.</summary>
    public IReadOnlyList<Run> Latest(string? crawler = null, int limit = 50)
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<Run>(
            "select * from runs where @crawler is null or crawler = @crawler order by started desc, id limit @limit", new { crawler, limit })];
    }

    /// <summary>The newest run of each crawler, by crawler id.</summary>
    public IReadOnlyDictionary<string, Run> LatestByCrawler()
    {
        using var connection = _ledger.Connect();
        return connection.Query<Run>("select *, max(started) from runs group by crawler").ToDictionary(r => r.Crawler);
    }
}
