using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using Monitor.Core.Ledger;

namespace Monitor.Tests.Ledger;

public sealed class PeopleBookTests : IDisposable
{
    private static readonly Actor By = new("test", "test");
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = ManualTime.At("2026-01-02T03:04:05Z");
    private readonly Core.Ledger.Ledger _ledger;

    public PeopleBookTests() => _ledger = Core.Ledger.Ledger.Open(_folder.At("ledger.db"), _time);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_first_person_is_an_administrator_and_the_last_one_stays()
    {
        Assert.True(_ledger.People.IsEmpty());
        Assert.Contains("first person", _ledger.People.Add("A", Role.Editor, "h", By), StringComparison.Ordinal);
        Assert.Null(_ledger.People.Add("A", Role.Administrator, "h", By));
        Assert.Contains("last administrator", _ledger.People.Disable("a", By), StringComparison.Ordinal);
        Assert.Contains("last administrator", _ledger.People.SetRole("A", Role.Reader, By), StringComparison.Ordinal);
        Assert.Null(_ledger.People.Add("B", Role.Administrator, "h", By));
        Assert.Null(_ledger.People.Disable("A", By));
        Assert.Contains("last administrator", _ledger.People.Disable("B", By), StringComparison.Ordinal);
        Assert.False(_ledger.People.IsEmpty());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("<b>")]
    [InlineData("a\nb\u0000")]
    [InlineData("\u202Eabc")]
    [InlineData("=cmd()")]
    public void A_name_that_could_deceive_is_refused(string name) =>
        Assert.Contains("a name has", _ledger.People.Add(name, Role.Administrator, "h", By), StringComparison.Ordinal);

    [Fact]
    public void A_name_is_never_given_twice_however_it_is_written()
    {
        Assert.Null(_ledger.People.Add("Noor  Sample", Role.Administrator, "h", By));
        foreach (var same in new[] { "noor sample", " NOOR SAMPLE ", "Noor\u00A0Sample", "Ｎoor Sample" })
        {
            Assert.Contains("already", _ledger.People.Add(same, Role.Reader, "h", By), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Secrets_are_kept_as_hashes_only()
    {
        _ledger.People.Add("A", Role.Administrator, "h", By);
        var session = _ledger.Sessions.Begin("A", "browser", new());
        var token = _ledger.Tokens.Make(_ledger.People.Get("A")!, "script", Role.Reader, null, By).Secret;
        using var connection = new SqliteConnection($"Data Source={_folder.At("ledger.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma wal_checkpoint(truncate)";
        command.ExecuteNonQuery();
        var file = File.ReadAllText(_folder.At("ledger.db"), System.Text.Encoding.Latin1);

        Assert.Equal("A", _ledger.Sessions.Find(session, new())!.Person.Name);
        Assert.Contains("add person", file, StringComparison.Ordinal);
        Assert.DoesNotContain(session, file, StringComparison.Ordinal);
        Assert.DoesNotContain(token, file, StringComparison.Ordinal);
        Assert.DoesNotContain(token[TokenBook.Prefix.Length..], file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_ends_on_its_day_and_with_its_person()
    {
        _ledger.People.Add("A", Role.Administrator, "h", By);
        _ledger.People.Add("B", Role.Editor, "h", By);
        var person = _ledger.People.Get("B")!;
        var day = _ledger.Tokens.Make(person, "a day", Role.Reader, _time.Now.AddDays(1), By).Secret;
        var open = _ledger.Tokens.Make(person, "open", Role.Reader, null, By).Secret;

        Assert.NotNull(_ledger.Tokens.Find(day));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Null(_ledger.Tokens.Find(day));
        Assert.NotNull(_ledger.Tokens.Find(open));
        Assert.Null(_ledger.Tokens.Find(open + "x"));
        _ledger.People.Disable("B", By);
        _ledger.People.Enable("B", By);
        Assert.Null(_ledger.Tokens.Find(open));
    }

    [Theory]
    [InlineData("update audit set body = replace(body, 'subject', 'Subject') where sequence = 2", 2, "was changed")]
    [InlineData("delete from audit where sequence = 2", 2, "is missing")]
    [InlineData("update audit set person = 'Somebody' where sequence = 1", 1, "columns differ")]
    [InlineData("update audit set time = '2020-01-01T00:00:00.0000000Z' where sequence = 3", 3, "columns differ")]
    [InlineData("update audit set hash = upper(hash) where sequence = 3", 3, "was changed")]
    public void Tampering_with_the_audit_is_found_at_its_place(string sql, long sequence, string message)
    {
        for (var i = 0; i < 3; i++)
        {
            _ledger.Audit.Append(By, "sample action", $"subject {i} “نمونه”", "detail");
        }

        Assert.Null(_ledger.Audit.Verify());
        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => Execute(sql)).Message, StringComparison.Ordinal);
        Execute("drop trigger audit_is_never_changed; drop trigger audit_is_never_deleted;" + sql);
        var broken = _ledger.Audit.Verify();
        Assert.Equal(sequence, broken!.Sequence);
        Assert.Contains(message, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_written_into_the_audit_can_be_read_again_and_verifies() => Prop.ForAll<string, string>((subject, detail) =>
    {
        var (s, d) = (subject ?? "", detail ?? "");
        _ledger.Audit.Append(By, "sample action", s, d);
        var entry = _ledger.Audit.Latest(1).Single();
        return entry.Action == "sample action" && entry.Subject == s && entry.Detail == d && _ledger.Audit.Verify() is null;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.At("ledger.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
