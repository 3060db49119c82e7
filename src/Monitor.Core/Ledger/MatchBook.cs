using System.Text.Json;
using Dapper;
using Monitor.Core.Model;

namespace Monitor.Core.Ledger;

/// <summary>Reads what saved searches matched. Writing is the <see cref="Outbox"/>'s, so that a match is never known without the page it came with.</summary>
public sealed class MatchBook
{
    private readonly Ledger _ledger;

    internal MatchBook(Ledger ledger) => _ledger = ledger;

    /// <summary>How many matches of each search wait for a message; searches without any are left out.</summary>
    public IReadOnlyDictionary<string, long> Open()
    {
        using var connection = _ledger.Connect();
        return connection.Query<(string Search, long Count)>("select search, count(*) from matches where delivery is null group by search")
            .ToDictionary(r => r.Search, r => r.Count, StringComparer.Ordinal);
    }

    /// <summary>How many matches a search has had since a moment, told or not.</summary>
    public long Since(string searchId, DateTimeOffset since)
    {
        using var connection = _ledger.Connect();
        return connection.ExecuteScalar<long>("select count(*) from matches where search = @searchId and matched > @since", new { searchId, since });
    }

    /// <summary>The newest matches of a search first: record id, kind and when it matched.</summary>
    public IReadOnlyList<(string Item, string Kind, DateTimeOffset Matched)> Latest(string searchId, int limit)
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<(string Item, string Kind, string Matched)>(
                "select item, kind, matched from matches where search = @searchId order by matched desc, item limit @limit", new { searchId, limit })
            .Select(r => (r.Item, r.Kind, UtcText.Read(r.Matched)))];
    }

    /// <summary>The change of the evidence with this id; null when unknown.</summary>
    public EvidenceEvent? Event(string id)
    {
        using var connection = _ledger.Connect();
        return connection.ExecuteScalar<string?>("select body from evidence_events where id = @id", new { id }) is { } body ? JsonSerializer.Deserialize<EvidenceEvent>(body) : null;
    }
}
