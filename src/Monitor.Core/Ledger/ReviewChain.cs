using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Monitor.Core.Model;

namespace Monitor.Core.Ledger;

/// <summary>The first broken place of the chain.</summary>
/// <param name="Sequence">Number of the entry.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record BrokenLink(long Sequence, string Message);

/// <summary>
/// What people decided, in a hash chain: each entry's SHA-256 covers its canonical JSON (RFC 8785), which holds the hash of the entry before. A changed entry, and one
/// removed, inserted or moved before the end, breaks the chain at its place. Entries cut off the end show against the head that the ledger keeps beside the chain. Who
/// writes chain and head anew, or puts an older copy of the whole file in place, is found only by a head that was noted outside the ledger. Entries of a blind double review leave the ledger
/// sealed until both reviewers have judged, whoever asks.
/// </summary>
public sealed class ReviewChain
{
    private const string Select = "select sequence, subject, body, previous_hash PreviousHash, hash from reviews";
    private static readonly string Root = new('0', 64);
    private readonly Ledger _ledger;

    internal ReviewChain(Ledger ledger) => _ledger = ledger;

    /// <summary>Appends a verdict and returns it with its place and hashes.</summary>
    public Review Append(string subject, string verdict, string reviewer, string note, IReadOnlyList<Model.Evidence> evidence, long? corrects) =>
        Append(new ReviewDraft(subject, verdict, reviewer, note, evidence, corrects));

    /// <summary>Appends an entry and returns it with its place and hashes, as it was written.</summary>
    /// <exception cref="InvalidOperationException">The end of the chain is not the one that the last append left: going on would hide what was cut off.</exception>
    public Review Append(ReviewDraft draft) => Append(draft, []);

    /// <summary>Appends an assignment and seals what will be said of these accounts.</summary>
    internal Review Assign(ReviewDraft draft, IReadOnlyList<string> accounts) => Append(draft, accounts);

    /// <summary>The blind double review that an account is in; null for none.</summary>
    public BlindReview? BlindReviewOf(string account)
    {
        using var connection = _ledger.Connect();
        return BlindReviewOf(connection, account);
    }

    /// <summary>The blind double review of a sample; null for none.</summary>
    public BlindReview? BlindReviewOfSample(string sample)
    {
        using var connection = _ledger.Connect();
        return connection.QueryFirstOrDefault<Row>(Select + " where sequence = (select sequence from blind_accounts where sample = @sample limit 1)", new { sample }) is { } row
            ? BlindReview.Of(row.ToReview())
            : null;
    }

    /// <summary>Verdicts on a claim or an account, in order; those of a blind double review sealed until both reviewers have judged.</summary>
    public IReadOnlyList<Review> Of(string subject) => [.. Entries(subject).Where(r => r.Kind == ReviewKind.Verdict)];

    /// <summary>Every verdict, in order, sealed as in <see cref="Of"/>.</summary>
    public IReadOnlyList<Review> All() => [.. Entries().Where(r => r.Kind == ReviewKind.Verdict)];

    /// <summary>Every entry on a claim, an account or a sample, in order, sealed as in <see cref="Of"/>.</summary>
    public IReadOnlyList<Review> Entries(string subject)
    {
        using var connection = _ledger.Connect();
        List<Review> entries = [.. connection.Query<Row>(Select + " where subject = @subject order by sequence", new { subject }).Select(r => r.ToReview())];
        return BlindReviewOf(connection, subject) is { } blind ? blind.Mask(entries) : entries;
    }

    /// <summary>Every entry of the chain, in order, sealed as in <see cref="Of"/>.</summary>
    public IReadOnlyList<Review> Entries()
    {
        using var connection = _ledger.Connect();
        List<Review> entries = [.. connection.Query<Row>(Select + " order by sequence").Select(r => r.ToReview())];
        var assignments = connection.Query<(string Account, long Sequence)>("select account, sequence from blind_accounts").ToDictionary(r => r.Account, r => r.Sequence, StringComparer.Ordinal);
        if (assignments.Count == 0)
        {
            return entries;
        }

        var blind = entries.Where(e => e.Kind == ReviewKind.Assignment).ToDictionary(e => e.Sequence, BlindReview.Of);
        return [.. entries.GroupBy(e => e.Subject).SelectMany(g => assignments.TryGetValue(g.Key, out var s) && blind.TryGetValue(s, out var b) ? b.Mask([.. g]) : [.. g]).OrderBy(e => e.Sequence)];
    }

    /// <summary>The number of entries and the hash of the last one, 64 zeros when there is none.</summary>
    public (long Count, string Hash) Head()
    {
        using var connection = _ledger.Connect();
        return End(connection, null);
    }

    /// <summary>The hash of an entry; null when there is none of that number.</summary>
    public string? HashAt(long sequence)
    {
        using var connection = _ledger.Connect();
        return connection.ExecuteScalar<string?>("select hash from reviews where sequence = @sequence", new { sequence });
    }

    /// <summary>Checks the whole chain; null when every entry is as it was written and none is cut off its end.</summary>
    public BrokenLink? Verify()
    {
        using var connection = _ledger.Connect();
        using var transaction = connection.BeginTransaction(deferred: true); // one view of chain and head
        var previous = Root;
        var expected = 1L;
        foreach (var row in connection.Query<Row>(Select + " order by sequence", transaction: transaction, buffered: false))
        {
            var wrong = Check(row, expected, previous);
            if (wrong is not null)
            {
                return new BrokenLink(expected, wrong);
            }

            (previous, expected) = (row.Hash, expected + 1);
        }

        var head = Kept(connection, transaction);
        return head == (expected - 1, previous) ? null
            : head is null ? new(expected, "the ledger's note of the end of the chain is missing: the end may have been cut off")
            : head.Value.Count >= expected ? new(expected, $"entry {expected} is missing: {head.Value.Count} were written and the end was cut off")
            : new(expected - 1, $"entry {expected - 1} is not the end that the ledger noted: entries were put in or the note was changed");
    }

    private Review Append(ReviewDraft draft, IReadOnlyList<string> blindAccounts)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Review? review = null;
        _ledger.Write((connection, transaction) =>
        {
            var last = End(connection, transaction);
            if (Kept(connection, transaction) != last)
            {
                throw new InvalidOperationException("the end of the chain of reviews is not the one that was written last; 'monitor review verify' says more, and nothing is recorded until the ledger is mended from a back-up");
            }

            review = new Review(last.Count + 1, draft.Subject, draft.Verdict, draft.Reviewer, _ledger.Time.GetUtcNow(), draft.Note, draft.Evidence, draft.Corrects, last.Hash, "")
            {
                Kind = draft.Kind,
                Parts = draft.Parts,
                Known = draft.Known,
                About = draft.About,
                People = draft.People,
                Salt = draft.Salt,
            };
            var body = ReviewBody.Write(review);
            review = review with { Hash = ReviewBody.HashOf(body) };
            connection.Execute(
                "insert into reviews (sequence, subject, body, previous_hash, hash) values (@Sequence, @Subject, @body, @PreviousHash, @Hash)",
                new { review.Sequence, review.Subject, body, review.PreviousHash, review.Hash },
                transaction);
            connection.Execute("update review_head set count = @Sequence, hash = @Hash", new { review.Sequence, review.Hash }, transaction);
            connection.Execute(
                "insert into blind_accounts (account, sample, sequence) values (@account, @Subject, @Sequence)",
                blindAccounts.Select(account => new { account, review.Subject, review.Sequence }),
                transaction);
        });
        return review!;
    }

    private static BlindReview? BlindReviewOf(SqliteConnection connection, string account) =>
        connection.QueryFirstOrDefault<Row>(Select + " where sequence = (select sequence from blind_accounts where account = @account)", new { account }) is { } row
            ? BlindReview.Of(row.ToReview())
            : null;

    private static (long Count, string Hash) End(SqliteConnection connection, SqliteTransaction? transaction)
    {
        var last = connection.QueryFirstOrDefault<(long Sequence, string? Hash)>("select sequence, hash from reviews order by sequence desc limit 1", transaction: transaction);
        return (last.Sequence, last.Hash ?? Root);
    }

    private static (long Count, string Hash)? Kept(SqliteConnection connection, SqliteTransaction transaction) =>
        connection.Query<(long Count, string Hash)>("select count, hash from review_head", transaction: transaction).Cast<(long, string)?>().FirstOrDefault();

    private static string? Check(Row row, long expected, string previous)
    {
        if (row.Sequence != expected)
        {
            return $"entry {expected} is missing";
        }

        if (ReviewBody.HashOf(row.Body) != row.Hash)
        {
            return $"entry {expected} was changed: its content does not give its hash";
        }

        Review inside;
        try
        {
            inside = row.ToReview();
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or NullReferenceException or ArgumentException)
        {
            return $"entry {expected} cannot be read: {e.Message}";
        }

        return inside.Sequence != row.Sequence || inside.Subject != row.Subject || inside.PreviousHash != row.PreviousHash
            ? $"entry {expected}: its columns differ from its content"
            : row.PreviousHash != previous
                ? $"entry {expected} does not continue entry {expected - 1}"
                : null;
    }

    private sealed record Row
    {
        public long Sequence { get; init; }

        public string Subject { get; init; } = "";

        public string Body { get; init; } = "";

        public string PreviousHash { get; init; } = "";

        public string Hash { get; init; } = "";

        public Review ToReview() => ReviewBody.Read(Body, Hash);
    }
}
