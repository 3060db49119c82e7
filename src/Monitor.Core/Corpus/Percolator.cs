using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus;

/// <summary>
/// Saved searches against one new record, in this process: a query matches exactly when a search with it would find the record. Each query is kept under one
/// term that it cannot match without, so that only queries that may match are evaluated. Safe for many threads.
/// </summary>
public sealed class Percolator
{
    private readonly Dictionary<string, Saved> _saved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<Saved>> _byTerm = new(StringComparer.Ordinal);
    private readonly HashSet<Saved> _always = [];
    private readonly Lock _lock = new();

    /// <summary>Adds a query, in place of one with the same id.</summary>
    /// <param name="id">Id of the saved search.</param>
    /// <param name="query">Its query.</param>
    /// <param name="kind">Claims, documents or accounts; queries for other kinds never match.</param>
    public void Add(string id, QueryNode query, SearchKind kind)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(query);
        var condition = QueryCompiler.Compile(query, kind);
        var saved = new Saved(id, kind, condition, Required(condition));
        lock (_lock)
        {
            RemoveLocked(id);
            _saved[id] = saved;
            if (saved.Terms is null)
            {
                _always.Add(saved);
                return;
            }

            foreach (var term in saved.Terms)
            {
                if (!_byTerm.TryGetValue(term, out var queries))
                {
                    _byTerm[term] = queries = [];
                }

                queries.Add(saved);
            }
        }
    }

    /// <summary>Takes a query out; nothing happens when it is not there.</summary>
    public void Remove(string id)
    {
        lock (_lock)
        {
            RemoveLocked(id);
        }
    }

    /// <summary>Ids of the queries over accounts that match, in order.</summary>
    public IReadOnlyList<string> Match(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var terms = new FieldTerms();
        RecordTerms.Fill(terms, account);
        return Match(SearchKind.Accounts, terms, RecordKeys.Of(account));
    }

    /// <summary>Ids of the queries over documents that match, in order.</summary>
    public IReadOnlyList<string> Match(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var terms = new FieldTerms();
        RecordTerms.Fill(terms, document);
        return Match(SearchKind.Documents, terms, RecordKeys.Of(document));
    }

    /// <summary>Ids of the queries over claims that match, in order.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="verdicts">Verdicts in force on it; a claim that is new has none.</param>
    public IReadOnlyList<string> Match(Claim claim, IReadOnlyList<string>? verdicts = null)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var terms = new FieldTerms();
        RecordTerms.Fill(terms, claim);
        return Match(SearchKind.Claims, terms, RecordKeys.Of(claim) with { Verdicts = verdicts ?? [] });
    }

    private List<string> Match(SearchKind kind, FieldTerms terms, RecordKeys keys)
    {
        var matcher = new QueryMatcher(terms, keys);
        var candidates = new HashSet<Saved>();
        lock (_lock)
        {
            candidates.UnionWith(_always);
            foreach (var term in matcher.Terms)
            {
                if (_byTerm.TryGetValue(term, out var queries))
                {
                    candidates.UnionWith(queries);
                }
            }
        }

        return [.. candidates.Where(c => c.Kind == kind && matcher.Matches(c.Condition)).Select(c => c.Id).Order(StringComparer.Ordinal)];
    }

    /// <summary>Terms of which a matching record has at least one; null when there is no such set. The longest term is taken for the rarest.</summary>
    private static HashSet<string>? Required(Condition condition) => condition switch
    {
        NoneCondition => [],
        TermsCondition { Prefix: false } terms => [terms.Terms.MaxBy(t => t.Length)!],
        TermsCondition { Terms.Count: > 1 } terms => [terms.Terms.SkipLast(1).MaxBy(t => t.Length)!],
        NearCondition near => [near.First.Concat(near.Second).MaxBy(t => t.Length)!],
        AndCondition and => and.Parts.Select(Required).OfType<HashSet<string>>().OrderBy(s => s.Count).ThenByDescending(s => s.Sum(t => t.Length)).FirstOrDefault(),
        OrCondition or => or.Parts.Select(Required).ToList() is var sets && sets.Contains(null) ? null : [.. sets.SelectMany(s => s!)],
        _ => null,
    };

    private void RemoveLocked(string id)
    {
        if (!_saved.Remove(id, out var saved))
        {
            return;
        }

        _always.Remove(saved);
        foreach (var term in saved.Terms ?? [])
        {
            if (_byTerm.TryGetValue(term, out var queries) && queries.Remove(saved) && queries.Count == 0)
            {
                _byTerm.Remove(term);
            }
        }
    }

    /// <summary>A saved query; compared by itself.</summary>
    private sealed class Saved(string id, SearchKind kind, Condition condition, HashSet<string>? terms)
    {
        public string Id => id;

        public SearchKind Kind => kind;

        public Condition Condition => condition;

        public HashSet<string>? Terms => terms;
    }
}
