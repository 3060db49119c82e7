using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Monitor.Core.Model;

namespace Monitor.Core.Ledger;

/// <summary>The first broken place of the chain.</summary>
/// <param name="Sequence">Number of the entry.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record BrokenLink(long Sequence, string Message);

/// <summary>
/// Verdicts in a hash chain: each entry's SHA-256 covers its canonical JSON (RFC 8785), which holds the hash of the entry before. A changed entry, and one removed or
/// inserted before the end, breaks the chain at its place. Entries cut off the end show only against a noted end (number and hash of the last entry).
/// </summary>
public sealed class ReviewChain
{
    private static readonly string Root = new('0', 64);
    private readonly Ledger _ledger;

    internal ReviewChain(Ledger ledger) => _ledger = ledger;

    /// <summary>Appends a verdict and returns it with its place and hashes.</summary>
    public Review Append(string subject, string verdict, string reviewer, string note, IReadOnlyList<Model.Evidence> evidence, long? corrects)
    {
        Review? review = null;
        _ledger.Write((connection, transaction) =>
        {
            var last = connection.QueryFirstOrDefault<(long Sequence, string Hash)>("select sequence, hash from reviews order by sequence desc limit 1", transaction: transaction);
            var draft = new Review(last.Sequence + 1, subject, verdict, reviewer, _ledger.Time.GetUtcNow(), note, evidence, corrects, last.Hash ?? Root, "");
            var body = Body(draft);
            review = draft with { Hash = HashOf(body) };
            connection.Execute(
                "insert into reviews (sequence, subject, body, previous_hash, hash) values (@Sequence, @Subject, @body, @PreviousHash, @Hash)",
                new { review.Sequence, review.Subject, body, review.PreviousHash, review.Hash },
                transaction);
        });
        return review!;
    }

    /// <summary>Verdicts on a claim or an account, in order.</summary>
    public IReadOnlyList<Review> Of(string subject)
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<Row>(Select + " where subject = @subject order by sequence", new { subject }).Select(r => r.ToReview())];
    }

    /// <summary>Every verdict, in order.</summary>
    public IReadOnlyList<Review> All()
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<Row>(Select + " order by sequence").Select(r => r.ToReview())];
    }

    /// <summary>Checks the whole chain; null when every entry is as it was written.</summary>
    public BrokenLink? Verify()
    {
        using var connection = _ledger.Connect();
        var previous = Root;
        var expected = 1L;
        foreach (var row in connection.Query<Row>(Select + " order by sequence", buffered: false))
        {
            var wrong = Check(row, expected, previous);
            if (wrong is not null)
            {
                return new BrokenLink(expected, wrong);
            }

            (previous, expected) = (row.Hash, expected + 1);
        }

        return null;
    }

    private const string Select = "select sequence, subject, body, previous_hash PreviousHash, hash from reviews";

    private static string? Check(Row row, long expected, string previous)
    {
        if (row.Sequence != expected)
        {
            return $"entry {expected} is missing";
        }

        if (HashOf(row.Body) != row.Hash)
        {
            return $"entry {expected} was changed: its content does not give its hash";
        }

        Review inside;
        try
        {
            inside = row.ToReview();
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or NullReferenceException)
        {
            return $"entry {expected} cannot be read: {e.Message}";
        }

        return inside.Sequence != row.Sequence || inside.Subject != row.Subject || inside.PreviousHash != row.PreviousHash
            ? $"entry {expected}: its columns differ from its content"
            : row.PreviousHash != previous
                ? $"entry {expected} does not continue entry {expected - 1}"
                : null;
    }

    private static string Body(Review review) => CanonicalJson.Write(new JsonObject
    {
        ["sequence"] = review.Sequence,
        ["subject"] = review.Subject,
        ["verdict"] = review.Verdict,
        ["reviewer"] = review.Reviewer,
        ["time"] = UtcText.Write(review.Time),
        ["note"] = review.Note,
        ["evidence"] = new JsonArray([.. review.Evidence.Select(e => new JsonObject { ["kind"] = e.Kind, ["reference"] = e.Reference, ["quote"] = e.Quote })]),
        ["corrects"] = review.Corrects,
        ["previousHash"] = review.PreviousHash,
    });

    private static string HashOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    private sealed record Row
    {
        public long Sequence { get; init; }

        public string Subject { get; init; } = "";

        public string Body { get; init; } = "";

        public string PreviousHash { get; init; } = "";

        public string Hash { get; init; } = "";

        public Review ToReview()
        {
            var body = JsonNode.Parse(Body)!.AsObject();
            string Text(string name) => body[name]!.GetValue<string>();
            return new Review(
                body["sequence"]!.GetValue<long>(),
                Text("subject"),
                Text("verdict"),
                Text("reviewer"),
                DateTimeOffset.Parse(Text("time"), CultureInfo.InvariantCulture),
                Text("note"),
                [.. body["evidence"]!.AsArray().Select(e => new Model.Evidence(e!["kind"]!.GetValue<string>(), e["reference"]!.GetValue<string>(), e["quote"]!.GetValue<string>()))],
                body["corrects"]?.GetValue<long>(),
                Text("previousHash"),
                Hash);
        }
    }
}
