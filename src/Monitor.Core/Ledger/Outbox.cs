using System.Text.Json;
using Dapper;
using Monitor.Core.Model;

namespace Monitor.Core.Ledger;

/// <summary>
/// Matches of saved searches and the messages made of them. A record matches a search once, whatever is repeated after a crash; a message is made of all open
/// matches of a search in one transaction; its Message-ID follows from its matches and never changes.
/// </summary>
public sealed class Outbox
{
    private const string Select =
        "select id, search SearchId, message_id MessageId, matches, state, created, attempts, not_before NotBefore, last_error LastError, sent from deliveries";

    private const string IsDue = "state in ('Waiting', 'InFlight') and (not_before is null or not_before <= @now)";

    private readonly Ledger _ledger;

    internal Outbox(Ledger ledger) => _ledger = ledger;

    /// <summary>
    /// Records that a page was processed together with its matches, in one transaction: there is no moment at which one is known without the other.
    /// </summary>
    /// <param name="captureId">The page; null when the records come from elsewhere.</param>
    /// <param name="matches">Search id, record id and kind (claims, documents).</param>
    /// <returns>How many matches were new.</returns>
    public int Record(string? captureId, IReadOnlyList<(string Search, string Item, string Kind)> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        var added = 0;
        _ledger.Write((connection, transaction) =>
        {
            var matched = _ledger.Time.GetUtcNow();
            foreach (var (search, item, kind) in matches)
            {
                added += connection.Execute(
                    "insert or ignore into matches (search, item, kind, matched) values (@search, @item, @kind, @matched)", new { search, item, kind, matched }, transaction);
            }

            if (captureId is not null)
            {
                connection.Execute("update captures set state = 'done', note = '' where id = @captureId", new { captureId }, transaction);
            }
        });
        return added;
    }

    /// <summary>Makes one message of all open matches of a search; null when there are none.</summary>
    public Delivery? Gather(string searchId, string messageIdHost)
    {
        Delivery? delivery = null;
        _ledger.Write((connection, transaction) =>
        {
            var items = connection.Query<string>("select item from matches where search = @searchId and delivery is null order by matched, item", new { searchId }, transaction).ToList();
            if (items.Count == 0)
            {
                return;
            }

            var id = Ids.Of('m', [searchId, .. items]);
            delivery = new Delivery(id, searchId, $"<{id}@{messageIdHost}>", items, DeliveryState.Waiting, _ledger.Time.GetUtcNow());
            connection.Execute(
                "insert into deliveries (id, search, message_id, matches, state, created) values (@Id, @SearchId, @MessageId, @matches, 'Waiting', @Created)",
                new { delivery.Id, delivery.SearchId, delivery.MessageId, matches = JsonSerializer.Serialize(items), delivery.Created },
                transaction);
            connection.Execute("update matches set delivery = @id where search = @searchId and delivery is null", new { id, searchId }, transaction);
        });
        return delivery;
    }

    /// <summary>
    /// Takes a due message for sending: it is in flight until the lease ends, and nobody else takes it before. A process that dies while it sends lets the lease run
    /// out, then the message is due again.
    /// </summary>
    /// <returns>The message in flight; null when another process has it or it is no longer due.</returns>
    public Delivery? Take(Delivery due, TimeSpan lease)
    {
        ArgumentNullException.ThrowIfNull(due);
        var now = _ledger.Time.GetUtcNow();
        using var connection = _ledger.Connect();
        var taken = connection.Execute(
            $"update deliveries set state = 'InFlight', attempts = attempts + 1, not_before = @until where id = @Id and {IsDue}", new { due.Id, now, until = now + lease });
        return taken == 1 ? due with { State = DeliveryState.InFlight, Attempts = due.Attempts + 1, NotBefore = now + lease } : null;
    }

    /// <summary>Messages that are due: waiting ones, and those in flight whose lease has ended, the oldest first.</summary>
    public IReadOnlyList<Delivery> Due()
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<Row>(
            $"{Select} where {IsDue} order by created, id",
            new { now = _ledger.Time.GetUtcNow() }).Select(r => r.ToDelivery())];
    }

    /// <summary>Newest messages first, of one search when given.</summary>
    public IReadOnlyList<Delivery> Latest(string? searchId = null, int limit = 100)
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<Row>(Select + " where @searchId is null or search = @searchId order by created desc, id limit @limit", new { searchId, limit })
            .Select(r => r.ToDelivery())];
    }

    /// <summary>Keeps the state of a message.</summary>
    public void Keep(Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        using var connection = _ledger.Connect();
        connection.Execute(
            "update deliveries set state = @state, attempts = @Attempts, not_before = @NotBefore, last_error = @LastError, sent = @Sent where id = @Id",
            new { delivery.Id, state = delivery.State.ToString(), delivery.Attempts, delivery.NotBefore, delivery.LastError, delivery.Sent });
    }

    /// <summary>When the newest message of a search was made; null when there is none.</summary>
    public DateTimeOffset? LastMade(string searchId)
    {
        using var connection = _ledger.Connect();
        return connection.QueryFirstOrDefault<Row>(Select + " where search = @searchId order by created desc limit 1", new { searchId })?.Created;
    }

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string SearchId { get; init; } = "";

        public string MessageId { get; init; } = "";

        public string Matches { get; init; } = "";

        public string State { get; init; } = "";

        public DateTimeOffset Created { get; init; }

        public int Attempts { get; init; }

        public DateTimeOffset? NotBefore { get; init; }

        public string? LastError { get; init; }

        public DateTimeOffset? Sent { get; init; }

        public Delivery ToDelivery() =>
            new(Id, SearchId, MessageId, JsonSerializer.Deserialize<string[]>(Matches)!, Enum.Parse<DeliveryState>(State), Created)
            {
                Attempts = Attempts,
                NotBefore = NotBefore,
                LastError = LastError,
                Sent = Sent,
            };
    }
}
