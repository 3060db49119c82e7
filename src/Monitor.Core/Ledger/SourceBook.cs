using Dapper;

namespace Monitor.Core.Ledger;

/// <summary>What the definition of each source said when it was last crawled, so that its pages keep their publisher when the definition is gone.</summary>
public sealed class SourceBook
{
    private readonly Ledger _ledger;

    internal SourceBook(Ledger ledger) => _ledger = ledger;

    /// <summary>Keeps the facts of a source, as JSON.</summary>
    public void Keep(string crawler, string facts)
    {
        using var connection = _ledger.Connect();
        connection.Execute(
            "insert into sources (crawler, facts) values (@crawler, @facts) on conflict (crawler) do update set facts = excluded.facts where facts <> excluded.facts",
            new { crawler, facts });
    }

    /// <summary>The facts of every source that was ever crawled, by crawler id.</summary>
    public IReadOnlyDictionary<string, string> All()
    {
        using var connection = _ledger.Connect();
        return connection.Query<(string Crawler, string Facts)>("select crawler, facts from sources").ToDictionary(r => r.Crawler, r => r.Facts);
    }
}
