using Microsoft.Data.Sqlite;
using Monitor.Core.Model;

namespace Monitor.Tests.Ledger;

public sealed class ReviewChainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Core.Ledger.Ledger _ledger;

    public ReviewChainTests() => _ledger = Core.Ledger.Ledger.Open(_folder.At("ledger.db"), ManualTime.At("2026-01-02T03:04:05Z"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_untouched_chain_verifies_and_gives_back_what_was_written()
    {
        var first = Append("c1", "unproven", "Persian: «نه»\n\"quoted\"");
        var second = _ledger.Reviews.Append("c1", "mostly true", "reviewer", "better evidence", [], first.Sequence);

        Assert.Null(_ledger.Reviews.Verify());
        Assert.Equal(first.Hash, second.PreviousHash);
        Assert.Equivalent(new[] { first, second }, _ledger.Reviews.Of("c1"), strict: true);
    }

    [Fact]
    public void The_ledger_refuses_to_change_or_delete_a_review()
    {
        Append("c1", "unproven", "note");

        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => Execute("update reviews set body = 'x'")).Message, StringComparison.Ordinal);
        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => Execute("delete from reviews")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update reviews set body = replace(body, 'unproven', 'true') where sequence = 2", 2, "was changed")]
    [InlineData("delete from reviews where sequence = 2", 2, "is missing")]
    [InlineData("update reviews set subject = 'c9' where sequence = 1", 1, "columns differ")]
    [InlineData("update reviews set hash = upper(hash) where sequence = 3", 3, "was changed")]
    public void Tampering_is_found_at_its_place(string sql, long sequence, string message)
    {
        foreach (var subject in new[] { "c1", "c2", "c3" })
        {
            Append(subject, "unproven", "note");
        }

        Execute("drop trigger reviews_are_never_changed; drop trigger reviews_are_never_deleted;" + sql);

        var broken = _ledger.Reviews.Verify();
        Assert.NotNull(broken);
        Assert.Equal(sequence, broken.Sequence);
        Assert.Contains(message, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_is_that_of_the_canonical_json_in_the_file()
    {
        var review = Append("c1", "unproven", "é \u0001 \\ \"");
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select body from reviews";
        var body = (string)command.ExecuteScalar()!;

        Assert.StartsWith("{\"corrects\":null,\"evidence\":[{\"kind\":\"row\",\"quote\":\"bio\",\"reference\":\"r/1/users.csv:2\"}],\"note\":\"é \\u0001 \\\\ \\\"\",", body, StringComparison.Ordinal);
        Assert.Equal(review.Hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(body))));
    }

    [Fact]
    public void Any_changed_byte_of_any_entry_is_found_at_its_place()
    {
        foreach (var subject in new[] { "c1", "c2", "c3" })
        {
            Append(subject, "unproven", "note on " + subject);
        }

        Execute("drop trigger reviews_are_never_changed");
        for (var entry = 1; entry <= 3; entry++)
        {
            var (body, hash, previous) = Row(entry);
            for (var at = 0; at < body.Length; at++)
            {
                Set(entry, body[..at] + (body[at] == 'x' ? 'y' : 'x') + body[(at + 1)..], hash, previous);
                Assert.Equal(entry, _ledger.Reviews.Verify()?.Sequence);
            }

            for (var at = 0; at < 64; at += 7)
            {
                Set(entry, body, hash[..at] + (hash[at] == '0' ? '1' : '0') + hash[(at + 1)..], previous);
                Assert.Equal(entry, _ledger.Reviews.Verify()?.Sequence);
                Set(entry, body, hash, previous[..at] + (previous[at] == '0' ? '1' : '0') + previous[(at + 1)..]);
                Assert.Equal(entry, _ledger.Reviews.Verify()?.Sequence);
            }

            Set(entry, body, hash, previous);
        }

        Assert.Null(_ledger.Reviews.Verify());
    }

    [Fact]
    public void An_entry_cut_off_the_end_is_found_and_nothing_is_appended_behind_it()
    {
        Append("c1", "unproven", "");
        Append("c2", "unproven", "");
        Execute("drop trigger reviews_are_never_deleted; delete from reviews where sequence = 2");

        var broken = _ledger.Reviews.Verify();
        Assert.Equal(2, broken?.Sequence);
        Assert.Contains("cut off", broken!.Message, StringComparison.Ordinal);
        Assert.Contains("monitor review verify", Assert.Throws<InvalidOperationException>(() => Append("c3", "true", "")).Message, StringComparison.Ordinal);
    }

    private (string Body, string Hash, string Previous) Row(int sequence)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select body, hash, previous_hash from reviews where sequence = $sequence";
        command.Parameters.AddWithValue("$sequence", sequence);
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return (reader.GetString(0), reader.GetString(1), reader.GetString(2));
    }

    private void Set(int sequence, string body, string hash, string previous)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "update reviews set body = $body, hash = $hash, previous_hash = $previous where sequence = $sequence";
        command.Parameters.AddWithValue("$body", body);
        command.Parameters.AddWithValue("$hash", hash);
        command.Parameters.AddWithValue("$previous", previous);
        command.Parameters.AddWithValue("$sequence", sequence);
        command.ExecuteNonQuery();
    }

    private Review Append(string subject, string verdict, string note) =>
        _ledger.Reviews.Append(subject, verdict, "reviewer", note, [new Core.Model.Evidence("row", "r/1/users.csv:2", "bio")], null);

    private void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_folder.At("ledger.db")}");
        connection.Open();
        return connection;
    }
}
