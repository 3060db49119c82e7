using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Monitor.Core.Model;

namespace Monitor.Core.Ledger;

/// <summary>
/// Matches of saved searches and the messages made of them. A record matches a search once, whatever is repeated after a crash; messages are made of all open
/// matches of a search in one transaction, one for each of its channels; a Message-ID follows from the matches and never changes.
/// </summary>
public sealed class Outbox
{
    private const string Select =
        "select id, search SearchId, message_id MessageId, matches, state, created, channel, kind, attempts, not_before NotBefore, last_error LastError, sent from deliveries";

    // What its reader ended by one click stays, and leaves when mails are wanted again.
    private const string IsDue =
        """
        state in ('Waiting', 'InFlight') and (not_before is null or not_before <= @now)
            and not (channel = 'Mail' and exists (select 1 from saved_searches s where s.id = search and s.unsubscribed is not null))
        """;

    private readonly Ledger _ledger;

    internal Outbox(Ledger ledger) => _ledger = ledger;

    /// <summary>
    /// Records that a page was processed together with its matches, in one transaction: there is no moment at which one is known without the other.
    /// </summary>
    /// <param name="captureId">The page; null when the records come from elsewhere.</param>
    /// <param name="matches">Search id, record id and kind (claims, documents, accounts, evidence).</param>
    /// <param name="events">Changes of the evidence that are among the matches.</param>
    /// <returns>How many matches were new.</returns>
    public int Record(string? captureId, IReadOnlyList<(string Search, string Item, string Kind)> matches, IReadOnlyList<EvidenceEvent>? events = null)
    {
        ArgumentNullException.ThrowIfNull(matches);
        if (captureId is null && matches.Count == 0)
        {
            return 0;
        }

        var added = 0;
        _ledger.Write((connection, transaction) =>
        {
            var matched = _ledger.Time.GetUtcNow();
            foreach (var happened in events ?? [])
            {
                connection.Execute("insert or ignore into evidence_events (id, body) values (@Id, @body)", new { happened.Id, body = JsonSerializer.Serialize(happened) }, transaction);
            }

            foreach (var (search, item, kind) in matches)
            {
                // A search that was taken away meanwhile is told of nothing; the page is not kept waiting for it.
                added += connection.Execute(
                    "insert or ignore into matches (search, item, kind, matched) select id, @item, @kind, @matched from saved_searches where id = @search",
                    new { search, item, kind, matched },
                    transaction);
            }

            if (captureId is not null)
            {
                connection.Execute("update captures set state = 'done', note = '' where id = @captureId", new { captureId }, transaction);
            }
        });
        return added;
    }

    /// <summary>Makes messages of all open matches of a search for its channels; returns the first, null when there are none.</summary>
    public Delivery? Gather(string searchId, string messageIdHost) =>
        _ledger.SavedSearches.Get(searchId) is { } search && Gather([new GatherOrder(search, DeliveryKind.Matches, null)], messageIdHost) is [var first, ..] ? first : null;

    /// <summary>Makes messages for several searches and records that their rhythm was served, in one transaction.</summary>
    /// <returns>The messages, of each search those of its channels.</returns>
    public IReadOnlyList<Delivery> Gather(IReadOnlyList<GatherOrder> orders, string messageIdHost)
    {
        ArgumentNullException.ThrowIfNull(orders);
        var made = new List<Delivery>();
        _ledger.Write((connection, transaction) =>
        {
            foreach (var order in orders)
            {
                made.AddRange(Gather(order, messageIdHost, connection, transaction));
                if (order.Round is { } round)
                {
                    connection.Execute("update saved_searches set round = @round where id = @Id", new { order.Search.Id, round }, transaction);
                }
            }
        });
        return made;
    }

    /// <summary>
    /// Takes a due message for sending: it is in flight until the lease ends, and nobody else takes it before. A process that dies while it sends lets the lease run
    /// out, or is found dead by the next one, see <see cref="Release"/>; then the message is due again.
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

    /// <summary>
    /// Makes due at once whatever is in flight. Only for who holds the turn to send: as nobody else sends, whoever took these messages is dead. Whether the server had
    /// accepted them cannot be known; they leave once more under the same Message-ID.
    /// </summary>
    /// <returns>How many there were.</returns>
    public int Release()
    {
        using var connection = _ledger.Connect();
        return connection.Execute("update deliveries set not_before = null where state = 'InFlight'");
    }

    /// <summary>Lets messages of a search that were given up be sent once more, under the same Message-ID; returns how many.</summary>
    public int SendAgain(string searchId)
    {
        using var connection = _ledger.Connect();
        return connection.Execute("update deliveries set state = 'Waiting', attempts = 0, not_before = null where search = @searchId and state = 'Failed'", new { searchId });
    }

    /// <summary>Messages that are due: waiting ones, and those in flight whose lease has ended, the oldest first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="without">Channels that are left out.</param>
    public IReadOnlyList<Delivery> Due(int limit = 1000, IReadOnlyCollection<DeliveryChannel>? without = null)
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<Row>(
            $"{Select} where {IsDue} and channel not in @without order by created, id limit @limit",
            new { now = _ledger.Time.GetUtcNow(), limit, without = (without ?? []).Select(c => c.ToString()).ToList() }).Select(r => r.ToDelivery())];
    }

    /// <summary>Newest messages first, of one search when given.</summary>
    public IReadOnlyList<Delivery> Latest(string? searchId = null, int limit = 100)
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<Row>(Select + " where @searchId is null or search = @searchId order by created desc, id limit @limit", new { searchId, limit })
            .Select(r => r.ToDelivery())];
    }

    /// <summary>Newest messages of a search by one channel first.</summary>
    public IReadOnlyList<Delivery> Latest(string searchId, DeliveryChannel channel, int limit)
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<Row>(
            Select + " where search = @searchId and channel = @channel order by created desc, id limit @limit", new { searchId, channel = channel.ToString(), limit }).Select(r => r.ToDelivery())];
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

    private List<Delivery> Gather(GatherOrder order, string host, SqliteConnection connection, SqliteTransaction transaction)
    {
        var searchId = order.Search.Id;
        var channels = order.Channels.ToList();
        var items = channels.Count == 0 ? []
            : connection.Query<string>("select item from matches where search = @searchId and delivery is null order by matched, item", new { searchId }, transaction).ToList();
        if (channels.Count == 0 || (items.Count == 0 && !order.AlsoEmpty))
        {
            return [];
        }

        var kind = order.Kind == DeliveryKind.NothingNew && items.Count > 0 ? DeliveryKind.Matches : order.Kind;
        var deliveries = channels.ConvertAll(c => Message(order, c, kind, items, host));
        foreach (var delivery in deliveries)
        {
            connection.Execute(
                """
                insert into deliveries (id, search, message_id, matches, state, created, channel, kind, sent)
                values (@Id, @SearchId, @MessageId, @matches, @state, @Created, @channel, @kind, @Sent)
                """,
                new
                {
                    delivery.Id,
                    delivery.SearchId,
                    delivery.MessageId,
                    matches = JsonSerializer.Serialize(items),
                    state = delivery.State.ToString(),
                    delivery.Created,
                    channel = delivery.Channel.ToString(),
                    kind = delivery.Kind.ToString(),
                    delivery.Sent,
                },
                transaction);
        }

        connection.Execute("update matches set delivery = @Id where search = @searchId and delivery is null", new { deliveries[0].Id, searchId }, transaction);
        return deliveries;
    }

    private Delivery Message(GatherOrder order, DeliveryChannel channel, DeliveryKind kind, IReadOnlyList<string> items, string host)
    {
        var now = _ledger.Time.GetUtcNow();
        string[] of = kind == DeliveryKind.NothingNew ? ["nothing new", UtcText.Write(order.Round ?? now)] : [.. items];
        var id = channel == DeliveryChannel.Mail ? Ids.Of('m', [order.Search.Id, .. of]) : Ids.Of('m', [order.Search.Id, channel.ToString(), .. of]);

        // A feed is read where it lies: there is nothing to send.
        var isFeed = channel == DeliveryChannel.Feed;
        return new(id, order.Search.Id, $"<{id}@{host}>", items, isFeed ? DeliveryState.Sent : DeliveryState.Waiting, now) { Channel = channel, Kind = kind, Sent = isFeed ? now : null };
    }

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string SearchId { get; init; } = "";

        public string MessageId { get; init; } = "";

        public string Matches { get; init; } = "";

        public string State { get; init; } = "";

        public DateTimeOffset Created { get; init; }

        public string Channel { get; init; } = "";

        public string Kind { get; init; } = "";

        public int Attempts { get; init; }

        public DateTimeOffset? NotBefore { get; init; }

        public string? LastError { get; init; }

        public DateTimeOffset? Sent { get; init; }

        public Delivery ToDelivery() =>
            new(Id, SearchId, MessageId, JsonSerializer.Deserialize<string[]>(Matches)!, Enum.Parse<DeliveryState>(State), Created)
            {
                Channel = Enum.Parse<DeliveryChannel>(Channel),
                Kind = Enum.Parse<DeliveryKind>(Kind),
                Attempts = Attempts,
                NotBefore = NotBefore,
                LastError = LastError,
                Sent = Sent,
            };
    }
}
