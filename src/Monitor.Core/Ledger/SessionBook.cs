using Dapper;

namespace Monitor.Core.Ledger;

/// <summary>A browser that is logged in.</summary>
/// <param name="Hash">What the ledger keeps of its secret; its id.</param>
/// <param name="Person">Whose it is, with the role they have now.</param>
/// <param name="Created">When they logged in.</param>
/// <param name="Seen">Last request, to the minute.</param>
/// <param name="Browser">How the browser described itself; foreign words.</param>
public sealed record PersonSession(string Hash, Person Person, DateTimeOffset Created, DateTimeOffset Seen, string Browser);

/// <summary>Who is logged in. Sessions live here and not in the cookie, so that they end when they should: by logging out, after a time, with the role or the person.</summary>
public sealed class SessionBook
{
    private const int LongestBrowser = 200;
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);
    private readonly Ledger _ledger;

    internal SessionBook(Ledger ledger) => _ledger = ledger;

    /// <summary>Begins a session and returns the secret for its cookie; ended ones are swept away.</summary>
    public string Begin(string person, string browser, LoginOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var secret = Secret.Make();
        var now = _ledger.Time.GetUtcNow();
        using var connection = _ledger.Connect();
        connection.Execute(
            """
            delete from sessions where created <= @oldest or seen <= @idle;
            insert into sessions (hash, person, created, seen, browser) values (@hash, @person, @now, @now, @browser)
            """,
            new
            {
                hash = Secret.HashOf(secret),
                person = PeopleBook.Tidy(person),
                now,
                browser = browser.Length > LongestBrowser ? browser[..LongestBrowser] : browser,
                oldest = now.AddHours(-options.LongestHours),
                idle = now.AddMinutes(-options.IdleMinutes),
            });
        return secret;
    }

    /// <summary>The session that a cookie names; null when there is none, it has ended, or its person may not log in.</summary>
    public PersonSession? Find(string secret, LoginOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var connection = _ledger.Connect();
        var row = connection.QuerySingleOrDefault<Row>(Select + " where s.hash = @hash and p.disabled is null", new { hash = Secret.HashOf(secret) });
        var now = _ledger.Time.GetUtcNow();
        if (row is null || now >= row.Created.AddHours(options.LongestHours) || now >= row.Seen.AddMinutes(options.IdleMinutes))
        {
            return null;
        }

        if (now - row.Seen >= SeenStep)
        {
            connection.Execute("update sessions set seen = @now where hash = @Hash", new { now, row.Hash });
        }

        return row.ToSession();
    }

    /// <summary>The sessions of a person, the last used first.</summary>
    public IReadOnlyList<PersonSession> Of(string person, LoginOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var now = _ledger.Time.GetUtcNow();
        using var connection = _ledger.Connect();
        return
        [
            .. connection.Query<Row>(
                Select + " where s.person = @person and s.created > @oldest and s.seen > @idle order by s.seen desc, s.hash",
                new { person, oldest = now.AddHours(-options.LongestHours), idle = now.AddMinutes(-options.IdleMinutes) }).Select(r => r.ToSession()),
        ];
    }

    /// <summary>Ends one session.</summary>
    public void End(string hash)
    {
        using var connection = _ledger.Connect();
        connection.Execute("delete from sessions where hash = @hash", new { hash });
    }

    /// <summary>Ends every session of a person.</summary>
    public void EndAll(string person)
    {
        using var connection = _ledger.Connect();
        connection.Execute("delete from sessions where person = @person", new { person });
    }

    private const string Select =
        "select s.hash, s.created, s.seen, s.browser, p.name, p.role, p.created PersonCreated from sessions s join people p on p.name = s.person";

    private sealed record Row
    {
        public string Hash { get; init; } = "";

        public DateTimeOffset Created { get; init; }

        public DateTimeOffset Seen { get; init; }

        public string Browser { get; init; } = "";

        public string Name { get; init; } = "";

        public string Role { get; init; } = "";

        public DateTimeOffset PersonCreated { get; init; }

        public PersonSession ToSession() => new(Hash, new Person(Name, Enum.Parse<Role>(Role), PersonCreated, null), Created, Seen, Browser);
    }
}
