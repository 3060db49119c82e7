using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Monitor.Core.Ledger;

/// <summary>Brings a ledger file to the newest layout: runs the embedded <c>Migrations/NNN-*.sql</c> whose number is above <c>user_version</c>, each in one transaction.</summary>
internal static class Migrator
{
    private const string Prefix = "Monitor.Core.Ledger.Migrations.";

    public static void Migrate(SqliteConnection connection)
    {
        var scripts = typeof(Migrator).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(n => int.Parse(n.AsSpan(Prefix.Length, 3), CultureInfo.InvariantCulture));

        // Immediate, so that two processes that start together migrate once.
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = connection.ExecuteScalar<int>("pragma user_version", transaction: transaction);
        if (version > scripts.Keys.Max())
        {
            throw new InvalidOperationException(
                $"'{connection.DataSource}' has layout {version}, this program knows {scripts.Keys.Max()}: it was written by a newer Monitor; run that one, or restore a back-up.");
        }

        foreach (var (number, name) in scripts.Where(s => s.Key > version).OrderBy(s => s.Key))
        {
            connection.Execute(Read(name), transaction: transaction);
            connection.Execute($"pragma user_version = {number}", transaction: transaction);
        }

        transaction.Commit();
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
