using Dapper;
using Monitor.Core.Model;

namespace Monitor.Core.Ledger;

/// <summary>An issue with its history.</summary>
public sealed record IssueEntry
{
    /// <summary>Id of kind, subject and place.</summary>
    public string Id { get; init; } = "";

    /// <summary>See <see cref="Issue.Kind"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>See <see cref="Issue.Subject"/>.</summary>
    public string Subject { get; init; } = "";

    /// <summary>See <see cref="Issue.Place"/>.</summary>
    public string Place { get; init; } = "";

    /// <summary>See <see cref="Issue.Message"/>.</summary>
    public string Message { get; init; } = "";

    /// <summary>When it was first seen.</summary>
    public DateTimeOffset FirstSeen { get; init; }

    /// <summary>When it was last seen.</summary>
    public DateTimeOffset LastSeen { get; init; }

    /// <summary>How often.</summary>
    public long Count { get; init; }

    /// <summary>When it ended; null while it is open.</summary>
    public DateTimeOffset? Resolved { get; init; }
}

/// <summary>Warnings as data: reported, counted, resolved.</summary>
public sealed class IssueBook
{
    private const string Select = "select id, kind, subject, place, message, first_seen FirstSeen, last_seen LastSeen, count, resolved from issues";

    private const string Put =
        """
        insert into issues (id, kind, subject, place, message, first_seen, last_seen, count)
        values (@Id, @Kind, @Subject, @Place, @Message, @Time, @Time, 1)
        on conflict (id) do update set message = excluded.message, last_seen = excluded.last_seen, count = count + 1, resolved = null
        """;

    private readonly Ledger _ledger;

    internal IssueBook(Ledger ledger) => _ledger = ledger;

    /// <summary>Records issues in one transaction; one seen before is counted and opened again.</summary>
    public void Report(IEnumerable<Issue> issues)
    {
        var list = issues.ToList();
        if (list.Count == 0)
        {
            return;
        }

        _ledger.Write((connection, transaction) => connection.Execute(Put, list, transaction));
    }

    /// <summary>Records one issue.</summary>
    public void Report(Issue issue) => Report([issue]);

    /// <summary>Records what is wrong with a subject at a place now: what was wrong there before and is not among it has ended.</summary>
    public void Replace(string subject, string place, IReadOnlyList<Issue> issues)
    {
        ArgumentNullException.ThrowIfNull(issues);
        _ledger.Write((connection, transaction) =>
        {
            connection.Execute(
                "update issues set resolved = @now where place = @place and subject = @subject and resolved is null and id not in @still",
                new { subject, place, now = _ledger.Time.GetUtcNow(), still = issues.Select(i => i.Id) },
                transaction);
            connection.Execute(Put, issues, transaction);
        });
    }

    /// <summary>Marks open issues of a kind about a subject as ended, because the cause is gone.</summary>
    /// <param name="kind">Their kind.</param>
    /// <param name="subject">Their subject.</param>
    /// <param name="place">How their place begins; left out, they end wherever they are.</param>
    public void Resolve(string kind, string subject, string place = "")
    {
        using var connection = _ledger.Connect();
        connection.Execute(
            "update issues set resolved = @now where kind = @kind and subject = @subject and substr(place, 1, length(@place)) = @place and resolved is null",
            new { kind, subject, place, now = _ledger.Time.GetUtcNow() });
    }

    /// <summary>Open issues, the newest first, about one subject when given.</summary>
    public IReadOnlyList<IssueEntry> Open(string? subject = null, int limit = 200)
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<IssueEntry>(
            Select + " where resolved is null and (@subject is null or subject = @subject) order by last_seen desc, id limit @limit", new { subject, limit })];
    }

    /// <summary>The issue with this id, open or ended; null when unknown.</summary>
    public IssueEntry? Get(string id)
    {
        using var connection = _ledger.Connect();
        return connection.QuerySingleOrDefault<IssueEntry>(Select + " where id = @id", new { id });
    }

    /// <summary>How many issues are open, by kind.</summary>
    public IReadOnlyList<ValueCount> OpenByKind()
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<(string Kind, long Count)>("select kind, count(*) from issues where resolved is null group by kind order by 2 desc, 1")
            .Select(r => new ValueCount(r.Kind, r.Count))];
    }
}
