using Microsoft.Data.Sqlite;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Model;
using Monitor.Core.Reviews;

namespace Monitor.Tests.Reviews;

/// <summary>A ledger and a corpus as files, with one claim of four parts and some accounts, and the desks that judge them.</summary>
internal sealed class ReviewRoom : IAsyncDisposable
{
    public const string Words = "The sample platform closed 284 accounts of real people";
    private readonly TemporaryFolder _folder = new();

    private ReviewRoom(ReviewOptions? options)
    {
        Options = options ?? new();
        Ledger = Core.Ledger.Ledger.Open(_folder.At("ledger.db"), Time);
        Corpus = SqliteCorpus.Open(_folder.At("corpus.db"));
        Desk = new(Corpus, Ledger, Options);
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ManualTime Time { get; } = ManualTime.At("2026-01-02T03:04:05Z");

    public ReviewOptions Options { get; }

    public Core.Ledger.Ledger Ledger { get; }

    public SqliteCorpus Corpus { get; }

    public ReviewDesk Desk { get; }

    public static async Task<ReviewRoom> Open(ReviewOptions? options = null)
    {
        var room = new ReviewRoom(options);
        var claim = new Claim("c1", Words, ClaimKind.Quote, new Speaker("A Sample") { Office = "spokesperson" })
        {
            Said = PartialDate.Day(2026, 1, 1),
            Parts = [Part("actor", "The sample platform"), Part("action", "closed"), Part("number", "284 accounts"), Part("qualifier", "real people")],
        };
        await room.Corpus.Put(
            new()
            {
                Documents = [new("d1", DocumentKind.Article, "https://sample.example/a?b=<c>", Words)],
                Claims = [claim],
                Appearances = [new("a1", "c1", "d1", 0, Words.Length, Words, ClaimKind.Quote, "")],
                Releases = [new("sample-release", "Sample", "twitter") { Versions = [new(1, DateTimeOffset.UnixEpoch, [new("users.csv", 900, new('a', 64), "twitter-users", 9)])] }],
                Accounts = [.. Enumerable.Range(1, 6).Select(n => new Account($"twitter:{n}", "twitter", $"{n}", new("sample-release", 1, "users.csv", n + 1, 0)) { Handle = $"sample{n}", Language = "en" })],
            },
            Cancel);
        return room;

        static ClaimPart Part(string kind, string text) => new(kind, text, Words.IndexOf(text, StringComparison.Ordinal), Words.IndexOf(text, StringComparison.Ordinal) + text.Length);
    }

    /// <summary>Records a verdict that must be taken.</summary>
    public async Task<Review> Judge(string subject, string verdict, string reviewer, long? corrects = null, string note = "", IReadOnlyList<PartRequest>? parts = null)
    {
        var result = await Desk.Record(new(subject, verdict, reviewer, note, [], corrects) { Parts = parts ?? [] }, Cancel);
        Assert.Null(result.Error);
        return result.Review!;
    }

    /// <summary>Changes the ledger's file behind Monitor's back.</summary>
    public void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.At("ledger.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        await Corpus.DisposeAsync();
        _folder.Dispose();
    }
}
