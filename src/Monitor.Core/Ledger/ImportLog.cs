using System.Text.Json;
using Dapper;

namespace Monitor.Core.Ledger;

/// <summary>How far the import of one file has come.</summary>
/// <param name="Rows">Data rows stored so far; the import goes on behind them.</param>
/// <param name="Finished">True when the file is through.</param>
/// <param name="Counts">The counts of the report so far, by name.</param>
public sealed record ImportProgress(long Rows, bool Finished, IReadOnlyDictionary<string, long> Counts)
{
    /// <summary>Nothing imported yet.</summary>
    public static ImportProgress None { get; } = new(0, false, new Dictionary<string, long>());
}

/// <summary>Progress of imports by release, version and file, so that an interrupted one goes on where it stopped.</summary>
public sealed class ImportLog
{
    private readonly Ledger _ledger;

    internal ImportLog(Ledger ledger) => _ledger = ledger;

    /// <summary>How far a file has come.</summary>
    public ImportProgress Of(string release, int version, string file)
    {
        using var connection = _ledger.Connect();
        var row = connection.QuerySingleOrDefault<(long Rows, long Finished, string Counts)>(
            "select rows, finished, counts from imports where release = @release and version = @version and file = @file", new { release, version, file });
        return row.Counts is null ? ImportProgress.None : new(row.Rows, row.Finished != 0, JsonSerializer.Deserialize<Dictionary<string, long>>(row.Counts)!);
    }

    /// <summary>Records how far a file has come; call it after the rows are in the corpus, so that a crash only repeats rows, never skips them.</summary>
    public void Keep(string release, int version, string file, ImportProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        using var connection = _ledger.Connect();
        connection.Execute(
            "insert or replace into imports (release, version, file, rows, finished, counts) values (@release, @version, @file, @Rows, @Finished, @counts)",
            new { release, version, file, progress.Rows, progress.Finished, counts = JsonSerializer.Serialize(progress.Counts) });
    }

    /// <summary>True when anything was imported.</summary>
    public bool Any()
    {
        using var connection = _ledger.Connect();
        return connection.ExecuteScalar<bool>("select exists (select 1 from imports)");
    }

    /// <summary>Forgets all progress, for a rebuild: the corpus is made again from the kept files.</summary>
    public void Forget()
    {
        using var connection = _ledger.Connect();
        connection.Execute("delete from imports");
    }
}
