using Dapper;
using Microsoft.Data.Sqlite;

namespace Monitor.Core.Ledger;

/// <summary>
/// What people decided and what the system did: runs, captures, issues, imports, saved searches, deliveries, reviews, samples, people, the audit. One small SQLite file, transactional,
/// never rebuilt. Safe for several threads and several processes: each call opens a pooled connection, writes wait for one another.
/// </summary>
public sealed class Ledger
{
    private readonly string _connectionString;

    static Ledger() => UtcText.Register();

    private Ledger(string file, TimeProvider time)
    {
        // Full synchronous: a recorded verdict or delivery must survive a power cut.
        _connectionString = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        Time = time;
        Runs = new RunLog(this);
        Captures = new CaptureLog(this);
        BackOff = new BackOffBook(this);
        Issues = new IssueBook(this);
        Imports = new ImportLog(this);
        Sources = new SourceBook(this);
        Unfinished = new UnfinishedWork(this);
        SavedSearches = new SavedSearchBook(this);
        Outbox = new Outbox(this);
        Matches = new MatchBook(this);
        Reviews = new ReviewChain(this);
        Samples = new SampleBook(this);
        People = new PeopleBook(this);
        Sessions = new SessionBook(this);
        Tokens = new TokenBook(this);
        Audit = new AuditChain(this);
    }

    /// <summary>Crawler runs.</summary>
    public RunLog Runs { get; }

    /// <summary>Captures and what has become of them.</summary>
    public CaptureLog Captures { get; }

    /// <summary>Failing sources and when they are tried again.</summary>
    public BackOffBook BackOff { get; }

    /// <summary>Warnings as data.</summary>
    public IssueBook Issues { get; }

    /// <summary>How far imports have come.</summary>
    public ImportLog Imports { get; }

    /// <summary>What is known of each source.</summary>
    public SourceBook Sources { get; }

    /// <summary>Large work that must come to its end.</summary>
    public UnfinishedWork Unfinished { get; }

    /// <summary>Saved searches.</summary>
    public SavedSearchBook SavedSearches { get; }

    /// <summary>Matches and deliveries.</summary>
    public Outbox Outbox { get; }

    /// <summary>What saved searches matched, for reading.</summary>
    public MatchBook Matches { get; }

    /// <summary>Verdicts.</summary>
    public ReviewChain Reviews { get; }

    /// <summary>Samples that reviewers work through.</summary>
    public SampleBook Samples { get; }

    /// <summary>Who may log in.</summary>
    public PeopleBook People { get; }

    /// <summary>Who is logged in.</summary>
    public SessionBook Sessions { get; }

    /// <summary>Programs that act for people.</summary>
    public TokenBook Tokens { get; }

    /// <summary>What people did.</summary>
    public AuditChain Audit { get; }

    /// <summary>Source of all times in it.</summary>
    internal TimeProvider Time { get; }

    /// <summary>Opens or makes a ledger file and brings it to the newest layout.</summary>
    /// <exception cref="InvalidOperationException">The file was written by a newer Monitor.</exception>
    public static Ledger Open(string file, TimeProvider time)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var ledger = new Ledger(file, time);
        using var connection = ledger.Connect();
        connection.Execute("pragma journal_mode = wal");
        Migrator.Migrate(connection);
        return ledger;
    }

    /// <summary>Does several writes as one: all are kept or none.</summary>
    internal void Write(Action<SqliteConnection, SqliteTransaction> work)
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        work(connection, transaction);
        transaction.Commit();
    }

    /// <summary>A pooled, open connection that waits up to 30 s for another writer.</summary>
    internal SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }
}
