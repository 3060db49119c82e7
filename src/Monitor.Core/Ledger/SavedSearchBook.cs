using Dapper;
using Monitor.Core.Model;

namespace Monitor.Core.Ledger;

/// <summary>Saved searches.</summary>
public sealed class SavedSearchBook
{
    private readonly Ledger _ledger;

    internal SavedSearchBook(Ledger ledger) => _ledger = ledger;

    /// <summary>Saves a search, or changes the one with the same id.</summary>
    public void Put(SavedSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        using var connection = _ledger.Connect();
        connection.Execute(
            """
            insert into saved_searches (id, name, query, "in", recipient, rhythm, created, paused)
            values (@Id, @Name, @Query, @In, @Recipient, @rhythm, @Created, @Paused)
            on conflict (id) do update set name = excluded.name, query = excluded.query, "in" = excluded."in", recipient = excluded.recipient,
                rhythm = excluded.rhythm, paused = excluded.paused
            """,
            new { search.Id, search.Name, search.Query, search.In, search.Recipient, rhythm = search.Rhythm.ToString(), search.Created, search.Paused });
    }

    /// <summary>Pauses a search and says why; null lets it run again.</summary>
    public void Pause(string id, string? reason)
    {
        using var connection = _ledger.Connect();
        connection.Execute("update saved_searches set paused = @reason where id = @id", new { id, reason });
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

        public SavedSearch ToSearch() => new(Id, Name, Query, In, Recipient, Enum.Parse<Rhythm>(Rhythm), Created) { Paused = Paused };
    }
}
