using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Monitor.Core.Ledger;

/// <summary>Who acts, and through what.</summary>
/// <param name="Person">Name of the person; for a command, the user of the machine.</param>
/// <param name="Via">web, command line, or the id of a token.</param>
public sealed record Actor(string Person, string Via);

/// <summary>One thing that somebody did.</summary>
/// <param name="Sequence">Place in the chain, from 1.</param>
/// <param name="Time">When.</param>
/// <param name="Person">Who.</param>
/// <param name="Via">Through what: web, command line, or the id of a token.</param>
/// <param name="Action">What was done, such as <c>set role</c> or <c>POST /claims/{id}</c>.</param>
/// <param name="Subject">To what: a name, an id, an address.</param>
/// <param name="Detail">More, such as the new role; never a secret.</param>
/// <param name="PreviousHash">Hash of the entry before, 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 (hex) over the canonical JSON (RFC 8785) of all the above.</param>
public sealed record AuditEntry(long Sequence, DateTimeOffset Time, string Person, string Via, string Action, string Subject, string Detail, string PreviousHash, string Hash);

/// <summary>What people did, in a hash chain of the same kind as the verdicts': an entry that was changed, or taken out before the end, breaks it at its place.</summary>
public sealed class AuditChain
{
    private const int LongestSubject = 500;
    private const string Select = "select sequence, time, person, body, previous_hash PreviousHash, hash from audit";
    private static readonly string Root = new('0', 64);
    private readonly Ledger _ledger;

    internal AuditChain(Ledger ledger) => _ledger = ledger;

    /// <summary>Appends an entry.</summary>
    public void Append(Actor by, string action, string subject, string detail = "") =>
        _ledger.Write((connection, transaction) => Append(connection, transaction, by, action, subject, detail));

    /// <summary>The newest entries first, older than one when given, of one person when given.</summary>
    public IReadOnlyList<AuditEntry> Latest(int limit, long? before = null, string? person = null)
    {
        using var connection = _ledger.Connect();
        return
        [
            .. connection.Query<Row>(
                Select + " where (@before is null or sequence < @before) and (@person is null or person = @person) order by sequence desc limit @limit", new { limit, before, person })
                .Select(r => r.ToEntry()),
        ];
    }

    /// <summary>How many entries there are, by one person when given.</summary>
    public long Count(string? person = null)
    {
        using var connection = _ledger.Connect();
        return connection.ExecuteScalar<long>("select count(*) from audit where @person is null or person = @person", new { person });
    }

    /// <summary>Checks the whole chain; null when every entry is as it was written.</summary>
    public BrokenLink? Verify()
    {
        using var connection = _ledger.Connect();
        var (previous, expected) = (Root, 1L);
        foreach (var row in connection.Query<Row>(Select + " order by sequence", buffered: false))
        {
            var fault = row.Sequence != expected ? $"entry {expected} is missing"
                : HashOf(row.Body) != row.Hash ? $"entry {expected} was changed: its content does not give its hash"
                : !row.AgreesWithBody() ? $"entry {expected}: its columns differ from its content"
                : row.PreviousHash != previous ? $"entry {expected} does not continue entry {expected - 1}"
                : null;
            if (fault is not null)
            {
                return new BrokenLink(expected, fault);
            }

            (previous, expected) = (row.Hash, expected + 1);
        }

        return null;
    }

    /// <summary>Appends an entry in the transaction that makes the change it tells of.</summary>
    internal void Append(SqliteConnection connection, SqliteTransaction transaction, Actor by, string action, string subject, string detail)
    {
        var last = connection.QueryFirstOrDefault<(long Sequence, string Hash)>("select sequence, hash from audit order by sequence desc limit 1", transaction: transaction);
        var (sequence, previous, time) = (last.Sequence + 1, last.Hash ?? Root, UtcText.Write(_ledger.Time.GetUtcNow()));
        var body = CanonicalJson.Write(new JsonObject
        {
            ["sequence"] = sequence,
            ["time"] = time,
            ["person"] = by.Person,
            ["via"] = by.Via,
            ["action"] = action,
            ["subject"] = subject.Length > LongestSubject ? subject[..LongestSubject] : subject,
            ["detail"] = detail,
            ["previousHash"] = previous,
        });
        connection.Execute(
            "insert into audit (sequence, time, person, body, previous_hash, hash) values (@sequence, @time, @Person, @body, @previous, @hash)",
            new { sequence, time, by.Person, body, previous, hash = HashOf(body) },
            transaction);
    }

    private static string HashOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    private sealed record Row
    {
        public long Sequence { get; init; }

        public string Time { get; init; } = "";

        public string Person { get; init; } = "";

        public string Body { get; init; } = "";

        public string PreviousHash { get; init; } = "";

        public string Hash { get; init; } = "";

        public AuditEntry ToEntry()
        {
            var body = JsonNode.Parse(Body)!.AsObject();
            string Text(string name) => body[name]!.GetValue<string>();
            return new(
                body["sequence"]!.GetValue<long>(), DateTimeOffset.Parse(Text("time"), CultureInfo.InvariantCulture), Text("person"), Text("via"), Text("action"), Text("subject"), Text("detail"), Text("previousHash"), Hash);
        }

        public bool AgreesWithBody()
        {
            try
            {
                var entry = ToEntry();
                return entry.Sequence == Sequence && entry.Person == Person && UtcText.Write(entry.Time) == Time && entry.PreviousHash == PreviousHash;
            }
            catch (Exception e) when (e is System.Text.Json.JsonException or FormatException or InvalidOperationException or NullReferenceException)
            {
                return false;
            }
        }
    }
}
