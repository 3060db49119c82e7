using Dapper;

namespace Monitor.Core.Ledger;

/// <summary>A source that failed and when it is tried again.</summary>
public sealed record BackOff
{
    /// <summary>Crawler definition.</summary>
    public string Crawler { get; init; } = "";

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Not before this time.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Last failure.</summary>
    public string Message { get; init; } = "";
}

/// <summary>Failing sources, each backing off alone: after 1, 5, 15 and 30 minutes, then 1, 3, 6, 12 and 24 hours.</summary>
public sealed class BackOffBook
{
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
        TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    private readonly Ledger _ledger;

    internal BackOffBook(Ledger ledger) => _ledger = ledger;

    /// <summary>Records one more failure. A server's own Retry-After wins when it is later.</summary>
    public BackOff Failed(string crawler, string message, DateTimeOffset? retryAfter = null)
    {
        BackOff? result = null;
        _ledger.Write((connection, transaction) =>
        {
            var failures = 1 + connection.ExecuteScalar<int>("select failures from back_off where crawler = @crawler", new { crawler }, transaction);
            var pause = _ledger.Time.GetUtcNow() + Steps[Math.Min(failures, Steps.Length) - 1];
            result = new BackOff { Crawler = crawler, Failures = failures, Message = message, NotBefore = retryAfter > pause ? retryAfter.Value : pause };
            connection.Execute("insert or replace into back_off (crawler, failures, not_before, message) values (@Crawler, @Failures, @NotBefore, @Message)", result, transaction);
        });
        return result!;
    }

    /// <summary>Records that the source answers again.</summary>
    public void Succeeded(string crawler)
    {
        using var connection = _ledger.Connect();
        connection.Execute("delete from back_off where crawler = @crawler", new { crawler });
    }

    /// <summary>The back-off of a source; null when it is well.</summary>
    public BackOff? Of(string crawler)
    {
        using var connection = _ledger.Connect();
        return connection.QuerySingleOrDefault<BackOff>(Select + " where crawler = @crawler", new { crawler });
    }

    /// <summary>Every source that backs off.</summary>
    public IReadOnlyList<BackOff> All()
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<BackOff>(Select + " order by crawler")];
    }

    private const string Select = "select crawler, failures, not_before NotBefore, message from back_off";
}
