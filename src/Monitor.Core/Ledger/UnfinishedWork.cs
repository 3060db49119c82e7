using Dapper;

namespace Monitor.Core.Ledger;

/// <summary>Large work that was begun and must come to its end whatever crashes: who comes next sees it here and goes on with it.</summary>
public sealed class UnfinishedWork
{
    private readonly Ledger _ledger;

    internal UnfinishedWork(Ledger ledger) => _ledger = ledger;

    /// <summary>How far the work has come, in its own words; null when there is nothing to do.</summary>
    public string? Phase(string work)
    {
        using var connection = _ledger.Connect();
        return connection.ExecuteScalar<string?>("select phase from unfinished_work where work = @work", new { work });
    }

    /// <summary>Says that the work has begun, or how far it has come.</summary>
    public void Set(string work, string phase)
    {
        using var connection = _ledger.Connect();
        connection.Execute("insert or replace into unfinished_work (work, phase) values (@work, @phase)", new { work, phase });
    }

    /// <summary>Says how far the work has come, unless it was begun anew since that phase; false when it was.</summary>
    public bool Advance(string work, string from, string to)
    {
        using var connection = _ledger.Connect();
        return connection.Execute("update unfinished_work set phase = @to where work = @work and phase = @from", new { work, from, to }) > 0;
    }

    /// <summary>Says that the work is done, unless it was begun anew since that phase.</summary>
    public void End(string work, string phase)
    {
        using var connection = _ledger.Connect();
        connection.Execute("delete from unfinished_work where work = @work and phase = @phase", new { work, phase });
    }
}
