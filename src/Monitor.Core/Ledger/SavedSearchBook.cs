using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Monitor.Core.Model;

namespace Monitor.Core.Ledger;

/// <summary>Saved searches.</summary>
public sealed class SavedSearchBook
{
    private const int KeyBytes = 24;

    private readonly Ledger _ledger;

    internal SavedSearchBook(Ledger ledger) => _ledger = ledger;

    /// <summary>Saves a search, or changes the one with the same id; it stays as old as it is.</summary>
    public void Put(SavedSearch search) => Put([search]);

    /// <summary>Saves searches in one transaction.</summary>
    public void Put(IReadOnlyList<SavedSearch> searches)
    {
        ArgumentNullException.ThrowIfNull(searches);
        _ledger.Write((connection, transaction) => connection.Execute(
            """
            insert into saved_searches (id, name, query, "in", recipient, rhythm, created, paused, owner, webhook, feed, unsubscribed, at, zone, day, language, expires, nothing_new, storm_limit)
            values (@Id, @Name, @Query, @In, @Recipient, @rhythm, @Created, @Paused, @Owner, @Webhook, @Feed, @Unsubscribed, @at, @Zone, @day, @Language, @Expires, @NothingNew, @StormLimit)
            on conflict (id) do update set name = excluded.name, query = excluded.query, "in" = excluded."in", recipient = excluded.recipient, rhythm = excluded.rhythm,
                paused = excluded.paused, owner = excluded.owner, webhook = excluded.webhook, feed = excluded.feed, unsubscribed = excluded.unsubscribed, at = excluded.at,
                zone = excluded.zone, day = excluded.day, language = excluded.language, expires = excluded.expires, nothing_new = excluded.nothing_new,
                storm_limit = excluded.storm_limit
            """,
            searches.Select(s => new
            {
                s.Id,
                s.Name,
                s.Query,
                s.In,
                s.Recipient,
                rhythm = s.Rhythm.ToString(),
                s.Created,
                s.Paused,
                s.Owner,
                s.Webhook,
                s.Feed,
                s.Unsubscribed,
                at = s.At.ToString("HH:mm", CultureInfo.InvariantCulture),
                s.Zone,
                day = (int)s.Day,
                s.Language,
                s.Expires,
                s.NothingNew,
                s.StormLimit,
            }),
            transaction));
    }

    /// <summary>Pauses a search and says why; null lets it run again, with mails where they were ended by one click.</summary>
    public void Pause(string id, string? reason)
    {
        using var connection = _ledger.Connect();
        connection.Execute("update saved_searches set paused = @reason, unsubscribed = iif(@reason is null, null, unsubscribed) where id = @id", new { id, reason });
    }

    /// <summary>Ends the mails of a search; one without another channel is paused. Nothing happens the second time.</summary>
    /// <returns>The search as it is now; null when nobody has this key.</returns>
    public SavedSearch? Unsubscribe(string key)
    {
        using var connection = _ledger.Connect();
        var now = _ledger.Time.GetUtcNow();
        connection.Execute(
            """
            update saved_searches set unsubscribed = @now, paused = iif(paused is null and webhook = '' and feed = 0, 'its reader ended the mails by one click', paused)
            where unsubscribed is null and id = (select search from search_keys where unsubscribe = @key)
            """,
            new { key, now });
        return ByKey("unsubscribe", key);
    }

    /// <summary>The search whose mails this key ends; null when nobody has this key.</summary>
    public SavedSearch? ByUnsubscribeKey(string key) => ByKey("unsubscribe", key);

    /// <summary>The search whose feed this key reads; null when nobody has this key or it has no feed.</summary>
    public SavedSearch? ByFeedKey(string key) => ByKey("feed", key) is { Feed: true } search ? search : null;

    /// <summary>The secrets of a search, made when they are first asked for.</summary>
    public SavedSearchKeys Keys(string id)
    {
        using var connection = _ledger.Connect();
        const string Read = "select unsubscribe, feed, webhook from search_keys where search = @id";
        if (connection.QuerySingleOrDefault<SavedSearchKeys>(Read, new { id }) is { } known)
        {
            return known;
        }

        connection.Execute(
            "insert or ignore into search_keys (search, unsubscribe, feed, webhook) values (@id, @unsubscribe, @feed, @webhook)",
            new { id, unsubscribe = Secret(), feed = Secret(), webhook = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)) });
        return connection.QuerySingle<SavedSearchKeys>(Read, new { id });
    }

    /// <summary>Gives a search a new feed address; the old one is dead from now on.</summary>
    public void RenewFeedKey(string id)
    {
        Keys(id);
        using var connection = _ledger.Connect();
        connection.Execute("update search_keys set feed = @feed where search = @id", new { id, feed = Secret() });
    }

    /// <summary>Every saved search, by id.</summary>
    public IReadOnlyList<SavedSearch> All()
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<Row>("select * from saved_searches order by id").Select(r => r.ToSearch())];
    }

    /// <summary>The search with this id; null when unknown.</summary>
    public SavedSearch? Get(string id)
    {
        using var connection = _ledger.Connect();
        return connection.QuerySingleOrDefault<Row>("select * from saved_searches where id = @id", new { id })?.ToSearch();
    }

    /// <summary>A number that is another one after every change that matching must know of; cheap to ask for each page.</summary>
    public long Changes()
    {
        using var connection = _ledger.Connect();
        return connection.ExecuteScalar<long>("select n from search_changes");
    }

    /// <summary>The last moment of its rhythm at which each search was served; searches that never were are left out.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Rounds()
    {
        using var connection = _ledger.Connect();
        return connection.Query<(string Id, string Round)>("select id, round from saved_searches where round is not null")
            .ToDictionary(r => r.Id, r => UtcText.Read(r.Round), StringComparer.Ordinal);
    }

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));

    private SavedSearch? ByKey(string column, string key)
    {
        using var connection = _ledger.Connect();
        return connection.QuerySingleOrDefault<Row>($"select s.* from saved_searches s join search_keys k on k.search = s.id where k.{column} = @key", new { key })?.ToSearch();
    }

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string Query { get; init; } = "";

        public string In { get; init; } = "";

        public string Recipient { get; init; } = "";

        public string Rhythm { get; init; } = "";

        public DateTimeOffset Created { get; init; }

        public string? Paused { get; init; }

        public string Owner { get; init; } = "";

        public string Webhook { get; init; } = "";

        public bool Feed { get; init; }

        public DateTimeOffset? Unsubscribed { get; init; }

        public string At { get; init; } = "";

        public string Zone { get; init; } = "";

        public long Day { get; init; }

        public string Language { get; init; } = "";

        public DateTimeOffset? Expires { get; init; }

        public bool Nothing_New { get; init; }

        public long Storm_Limit { get; init; }

        public SavedSearch ToSearch() => new(Id, Name, Query, In, Recipient, Enum.Parse<Rhythm>(Rhythm), Created)
        {
            Paused = Paused,
            Owner = Owner,
            Webhook = Webhook,
            Feed = Feed,
            Unsubscribed = Unsubscribed,
            At = TimeOnly.ParseExact(At, "HH:mm", CultureInfo.InvariantCulture),
            Zone = Zone,
            Day = (DayOfWeek)Day,
            Language = Language,
            Expires = Expires,
            NothingNew = Nothing_New,
            StormLimit = (int)Storm_Limit,
        };
    }
}
