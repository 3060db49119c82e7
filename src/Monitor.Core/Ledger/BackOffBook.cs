using Dapper;

namespace Monitor.Core.Ledger;

/// <summary>A source, or one url of it, that failed, and when it is tried again.</summary>
public sealed record BackOff
{
    /// <summary>Crawler definition.</summary>
    public string Crawler { get; init; } = "";

    /// <summary>The feed, list or page that failed; empty for the source as a whole.</summary>
    public string Url { get; init; } = "";

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Not before this time.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Last failure.</summary>
    public string Message { get; init; } = "";
}

/// <summary>Failing sources, feeds and pages, each backing off alone: after 1, 5, 15 and 30 minutes, then 1, 3, 6, 12 and 24 hours.</summary>
public sealed class BackOffBook
{
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
        TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    private readonly Ledger _ledger;

    internal BackOffBook(Ledger ledger) => _ledger = ledger;

    /// <summary>So many failures in a row use up every step: from here on nothing is tried on Monitor's own account.</summary>
    public static int MostFailures => Steps.Length;

    /// <summary>How long to wait after this many failures in a row, from 1.</summary>
    internal static TimeSpan Pause(int failures) => Steps[Math.Min(failures, Steps.Length) - 1];

    /// <summary>Records one more failure. A server's own Retry-After wins when it is later.</summary>
    /// <param name="crawler">Crawler definition.</param>
    /// <param name="message">What went wrong.</param>
    /// <param name="retryAfter">When the server wants to be asked again.</param>
    /// <param name="url">The feed, list or page; empty for the source as a whole.</param>
    public BackOff Failed(string crawler, string message, DateTimeOffset? retryAfter = null, string url = "")
    {
        BackOff? result = null;
        _ledger.Write((connection, transaction) =>
        {
            var failures = 1 + connection.ExecuteScalar<int>("select failures from back_off where crawler = @crawler and url = @url", new { crawler, url }, transaction);
            var pause = _ledger.Time.GetUtcNow() + Pause(failures);
            result = new BackOff { Crawler = crawler, Url = url, Failures = failures, Message = message, NotBefore = retryAfter > pause ? retryAfter.Value : pause };
            connection.Execute(
                "insert or replace into back_off (crawler, url, failures, not_before, message) values (@Crawler, @Url, @Failures, @NotBefore, @Message)", result, transaction);
        });
        return result!;
    }

    /// <summary>Records that the source, or one url of it, answers again.</summary>
    public void Succeeded(string crawler, string url = "")
    {
        using var connection = _ledger.Connect();
        connection.Execute("delete from back_off where crawler = @crawler and url = @url", new { crawler, url });
    }

    /// <summary>The back-off of a source as a whole; null when it is well.</summary>
    public BackOff? Of(string crawler)
    {
        using var connection = _ledger.Connect();
        return connection.QuerySingleOrDefault<BackOff>(Select + " where crawler = @crawler and url = ''", new { crawler });
    }

    /// <summary>The feeds, lists and pages of a source that back off, by url.</summary>
    public IReadOnlyDictionary<string, BackOff> Urls(string crawler)
    {
        using var connection = _ledger.Connect();
        return connection.Query<BackOff>(Select + " where crawler = @crawler and url <> '' order by not_before, url", new { crawler }).ToDictionary(b => b.Url);
    }

    /// <summary>Every source that backs off as a whole.</summary>
    public IReadOnlyList<BackOff> All()
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<BackOff>(Select + " where url = '' order by crawler")];
    }

    private const string Select = "select crawler, url, failures, not_before NotBefore, message from back_off";
}
