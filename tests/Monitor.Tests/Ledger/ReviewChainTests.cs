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
