using Dapper;
using Monitor.Core.Model;

namespace Monitor.Core.Ledger;

/// <summary>A program that acts for a person.</summary>
public sealed record ApiToken
{
    /// <summary>Its id, which may be shown.</summary>
    public string Id { get; init; } = "";

    /// <summary>For whom it acts.</summary>
    public string Person { get; init; } = "";

    /// <summary>What its owner calls it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The highest role it may act in; never above the one its person has.</summary>
    public Role Scope { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When it ends; null when only by being taken back.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Last use, to the minute; null before the first.</summary>
    public DateTimeOffset? Used { get; init; }

    /// <summary>When it was taken back; null while it is in force.</summary>
    public DateTimeOffset? Revoked { get; init; }
}

/// <summary>Tokens of the API: kept as hashes, with a scope and their last use. The secret is shown once, when the token is made.</summary>
public sealed class TokenBook
{
    /// <summary>How every secret begins, so that scanners of code and logs can find one that was lost.</summary>
    public const string Prefix = "monitor_";

    /// <summary>Letters of a token's name at most.</summary>
    public const int LongestName = 80;

    private const string Select = "select id, person, name, scope, created, expires, used, revoked from tokens";
    private static readonly TimeSpan UsedStep = TimeSpan.FromMinutes(1);
    private readonly Ledger _ledger;

    internal TokenBook(Ledger ledger) => _ledger = ledger;

    /// <summary>Makes a token and returns it with its secret.</summary>
    public (ApiToken Token, string Secret) Make(Person person, string name, Role scope, DateTimeOffset? expires, Actor by)
    {
        ArgumentNullException.ThrowIfNull(person);
        var secret = Prefix + Secret.Make();
        var hash = Secret.HashOf(secret);
        var token = new ApiToken { Id = Ids.Of('t', hash), Person = person.Name, Name = name.Trim(), Scope = scope, Created = _ledger.Time.GetUtcNow(), Expires = expires };
        _ledger.Write((connection, transaction) =>
        {
            connection.Execute(
                "insert into tokens (id, hash, person, name, scope, created, expires) values (@Id, @hash, @Person, @Name, @scope, @Created, @Expires)",
                new { token.Id, hash, token.Person, token.Name, scope = scope.ToString(), token.Created, token.Expires },
                transaction);
            _ledger.Audit.Append(connection, transaction, by, "make token", token.Id, $"for {person.Name}, to {PeopleBook.Word(scope)}");
        });
        return (token, secret);
    }

    /// <summary>The token with this secret and its person; null when there is none, it has ended or was taken back, or its person may not log in.</summary>
    public (ApiToken Token, Person Person)? Find(string secret)
    {
        using var connection = _ledger.Connect();
        var token = connection.QuerySingleOrDefault<ApiToken>(Select + " where hash = @hash and revoked is null", new { hash = Secret.HashOf(secret) });
        var now = _ledger.Time.GetUtcNow();
        if (token is null || token.Expires <= now || _ledger.People.Get(token.Person) is not { Disabled: null } person)
        {
            return null;
        }

        if (token.Used is null || now - token.Used >= UsedStep)
        {
            connection.Execute("update tokens set used = @now where id = @Id", new { now, token.Id });
        }

        return (token, person);
    }

    /// <summary>Every token, of one person when given, the newest first.</summary>
    public IReadOnlyList<ApiToken> All(string? person = null)
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<ApiToken>(Select + " where @person is null or person = @person order by created desc, id", new { person })];
    }

    /// <summary>Takes a token back; false when there is no such token in force, or it is not this person's.</summary>
    public bool Revoke(string id, string? person, Actor by)
    {
        var done = false;
        _ledger.Write((connection, transaction) =>
        {
            done = connection.Execute(
                "update tokens set revoked = @now where id = @id and revoked is null and (@person is null or person = @person)", new { id, person, now = _ledger.Time.GetUtcNow() }, transaction) == 1;
            if (done)
            {
                _ledger.Audit.Append(connection, transaction, by, "take token back", id, "");
            }
        });
        return done;
    }
}
