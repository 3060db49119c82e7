using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;

namespace Monitor.Core.Alerting;

/// <summary>A record that matches a saved search.</summary>
/// <param name="Search">Id of the saved search.</param>
/// <param name="Item">Id of the claim or document.</param>
/// <param name="Kind">claims or documents.</param>
public sealed record AlertMatch(string Search, string Item, string Kind);

/// <summary>
/// Matches records against the saved searches at the moment they are put, so that no window of time can be missed. A query that no longer parses is paused and
/// reported, never dropped.
/// </summary>
public sealed class AlertMatcher(Ledger.Ledger ledger, TimeProvider time)
{
    private readonly Lock _lock = new();
    private Percolator _percolator = new();
    private IReadOnlyList<SavedSearch> _loaded = [];

    /// <summary>Matches of these documents and claims, each search at most once a record.</summary>
    public IReadOnlyList<AlertMatch> Match(IEnumerable<Document> documents, IEnumerable<Claim> claims)
    {
        var percolator = Current();
        return
        [
            .. documents.SelectMany(d => percolator.Match(d).Select(s => new AlertMatch(s, d.Id, "documents"))),
            .. claims.SelectMany(c => percolator.Match(c).Select(s => new AlertMatch(s, c.Id, "claims"))),
        ];
    }

    /// <summary>The percolator over today's saved searches; built anew only when they changed.</summary>
    private Percolator Current()
    {
        lock (_lock)
        {
            var searches = ledger.SavedSearches.All();
            if (!searches.SequenceEqual(_loaded))
            {
                _percolator = Build(searches);
                _loaded = searches;
            }

            return _percolator;
        }
    }

    private Percolator Build(IReadOnlyList<SavedSearch> searches)
    {
        var percolator = new Percolator();
        foreach (var search in searches.Where(s => s.Paused is null))
        {
            var parse = QueryParser.Parse(search.Query);
            if (parse.Tree is { } tree)
            {
                percolator.Add(search.Id, tree, search.In == "documents" ? SearchKind.Documents : SearchKind.Claims);
            }
            else
            {
                Pause(search, parse.Error!);
            }
        }

        return percolator;
    }

    private void Pause(SavedSearch search, QueryError error)
    {
        var reason = $"the query does not parse at character {error.Position + 1}: {error.Message}; {error.Mend}";
        ledger.SavedSearches.Pause(search.Id, reason);
        ledger.Issues.Report(new Issue("search-paused", search.Id, search.Query, reason, time.GetUtcNow()));
    }
}
