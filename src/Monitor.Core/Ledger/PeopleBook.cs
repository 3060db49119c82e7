using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Monitor.Core.Ledger;

/// <summary>
/// Who may log in. Every change stands in the audit by the same transaction. Changes that would leave nobody to look after people are refused: a site whose last
/// administrator is gone would open to everybody again.
/// </summary>
public sealed class PeopleBook
{
    /// <summary>Letters of a name at most.</summary>
    public const int LongestName = 80;

    private const string Select = "select name, role, created, disabled from people";
    private readonly Ledger _ledger;

    internal PeopleBook(Ledger ledger) => _ledger = ledger;

    /// <summary>True when nobody was ever added: then Monitor opens without login on a loopback address.</summary>
    public bool IsEmpty()
    {
        using var connection = _ledger.Connect();
        return connection.ExecuteScalar<long>("select not exists (select 1 from people)") == 1;
    }

    /// <summary>True when somebody can look after the others.</summary>
    public bool HasAdministrator()
    {
        using var connection = _ledger.Connect();
        return Administrators(connection, null, "") > 0;
    }

    /// <summary>Everybody, by name.</summary>
    public IReadOnlyList<Person> All()
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<Row>(Select + " order by name").Select(r => r.ToPerson())];
    }

    /// <summary>The person with this name; null when unknown.</summary>
    public Person? Get(string name)
    {
        using var connection = _ledger.Connect();
        return connection.QuerySingleOrDefault<Row>(Select + " where name = @name", new { name = Tidy(name) })?.ToPerson();
    }

    /// <summary>The hash of a person's password, for the hasher alone; null when unknown.</summary>
    public string? PasswordOf(string name)
    {
        using var connection = _ledger.Connect();
        return connection.ExecuteScalar<string?>("select password from people where name = @name", new { name = Tidy(name) });
    }

    /// <summary>Adds a person.</summary>
    /// <param name="name">What they are called.</param>
    /// <param name="role">What they may do; the first one is an administrator.</param>
    /// <param name="passwordHash">Their password, hashed.</param>
    /// <param name="by">Who adds them.</param>
    /// <returns>What is wrong and how to mend it; null when added.</returns>
    public string? Add(string name, Role role, string passwordHash, Actor by)
    {
        var tidy = Tidy(name);
        if (tidy.Length is 0 or > LongestName || !tidy.All(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '-' or '_' or '@' or '’' or '\'' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark))
        {
            return $"a name has 1 to {LongestName} letters, digits, blanks and . - _ @ '";
        }

        return Change(by, "add person", tidy, $"as {Word(role)}", (connection, transaction) =>
        {
            if (role != Role.Administrator && connection.ExecuteScalar<long>("select count(*) from people", transaction: transaction) == 0)
            {
                return "the first person is an administrator, who then looks after the others";
            }

            var added = connection.Execute(
                "insert into people (name, role, password, created) values (@tidy, @role, @passwordHash, @now) on conflict (name) do nothing",
                new { tidy, role = role.ToString(), passwordHash, now = _ledger.Time.GetUtcNow() },
                transaction);
            return added == 1 ? null : $"there is a '{tidy}' already; a name is never given twice, since verdicts and the audit carry it";
        });
    }

    /// <summary>Changes what a person may do. Same answer as <see cref="Add"/>.</summary>
    public string? SetRole(string name, Role role, Actor by) => Change(by, "set role", Tidy(name), Word(role), (connection, transaction) =>
        role != Role.Administrator && Administrators(connection, transaction, Tidy(name)) == 0
            ? LastOne
            : Update(connection, transaction, name, "role = @role", new { role = role.ToString(), name = Tidy(name) }));

    /// <summary>Changes a person's password, ends every session of theirs and takes their tokens back. Same answer as <see cref="Add"/>.</summary>
    public string? SetPassword(string name, string passwordHash, Actor by) => Change(by, "set password", Tidy(name), "sessions ended, tokens taken back", (connection, transaction) =>
        Update(connection, transaction, name, "password = @passwordHash", new { passwordHash, name = Tidy(name) }) ?? ShutOut(connection, transaction, name));

    /// <summary>Lets a person log in no more, ends their sessions and takes their tokens back. Same answer as <see cref="Add"/>.</summary>
    public string? Disable(string name, Actor by) => Change(by, "disable person", Tidy(name), "sessions ended, tokens taken back", (connection, transaction) =>
        Administrators(connection, transaction, Tidy(name)) == 0
            ? LastOne
            : Update(connection, transaction, name, "disabled = coalesce(disabled, @now)", new { now = _ledger.Time.GetUtcNow(), name = Tidy(name) }) ?? ShutOut(connection, transaction, name));

    /// <summary>Lets a person log in again. Same answer as <see cref="Add"/>.</summary>
    public string? Enable(string name, Actor by) => Change(by, "enable person", Tidy(name), "", (connection, transaction) =>
        Update(connection, transaction, name, "disabled = null", new { name = Tidy(name) }));

    /// <summary>Keeps the hash of the same password anew, when the hasher has become stronger.</summary>
    public void Rehash(string name, string passwordHash)
    {
        using var connection = _ledger.Connect();
        connection.Execute("update people set password = @passwordHash where name = @name", new { passwordHash, name = Tidy(name) });
    }

    /// <summary>A role as pages and messages write it.</summary>
    public static string Word(Role role) => role.ToString().ToLowerInvariant();

    private const string LastOne = "this is the last administrator, and without one nobody could look after people; make another one first";

    /// <summary>A name in one form: two that look the same are the same.</summary>
    internal static string Tidy(string name) => string.Join(' ', name.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string? Change(Actor by, string action, string name, string detail, Func<SqliteConnection, SqliteTransaction, string?> work)
    {
        using var connection = _ledger.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        if (work(connection, transaction) is { } error)
        {
            return error;
        }

        _ledger.Audit.Append(connection, transaction, by, action, name, detail);
        transaction.Commit();
        return null;
    }

    private static string? Update(SqliteConnection connection, SqliteTransaction transaction, string name, string set, object values) =>
        connection.Execute($"update people set {set} where name = @name", values, transaction) == 1 ? null : $"there is nobody named '{Tidy(name)}'";

    private string? ShutOut(SqliteConnection connection, SqliteTransaction transaction, string name)
    {
        var values = new { name = Tidy(name), now = _ledger.Time.GetUtcNow() };
        connection.Execute("delete from sessions where person = @name; update tokens set revoked = @now where person = @name and revoked is null", values, transaction);
        return null;
    }

    private static long Administrators(SqliteConnection connection, SqliteTransaction? transaction, string except) => connection.ExecuteScalar<long>(
        "select count(*) from people where role = 'Administrator' and disabled is null and name <> @except", new { except }, transaction);

    private sealed record Row
    {
        public string Name { get; init; } = "";

        public string Role { get; init; } = "";

        public DateTimeOffset Created { get; init; }

        public DateTimeOffset? Disabled { get; init; }

        public Person ToPerson() => new(Name, Enum.Parse<Role>(Role), Created, Disabled);
    }
}
