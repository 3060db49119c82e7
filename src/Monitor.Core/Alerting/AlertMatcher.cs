using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;

namespace Monitor.Core.Alerting;

/// <summary>A record that matches a saved search.</summary>
/// <param name="Search">Id of the saved search.</param>
/// <param name="Item">Id of the claim, document, account or change of the evidence.</param>
/// <param name="Kind">claims, documents, accounts or evidence.</param>
public sealed record AlertMatch(string Search, string Item, string Kind);

/// <summary>
/// Matches records against the saved searches at the moment they are put, so that no window of time can be missed. A query that no longer parses is paused and
/// reported, never dropped.
/// </summary>
public sealed class AlertMatcher(Ledger.Ledger ledger, TimeProvider time)
{
    private readonly Lock _lock = new();
    private State _state = new(-1, new Dictionary<string, SavedSearch>());

    /// <summary>True when a saved search of this kind runs, so that who brings many records in can spare the work where nobody asks.</summary>
    public bool Wants(string kind) => Current().Kinds.Contains(kind);

    /// <summary>Matches of these documents and claims, each search at most once a record.</summary>
    /// <param name="documents">Documents.</param>
    /// <param name="claims">Claims.</param>
    /// <param name="came">When they came in: a search that is younger is not told; null tells every search.</param>
    public IReadOnlyList<AlertMatch> Match(IEnumerable<Document> documents, IEnumerable<Claim> claims, DateTimeOffset? came = null)
    {
        var state = Current();
        return state.Running.Count == 0 ? [] :
        [
            .. documents.SelectMany(d => Told(state, state.Records.Match(d), d.Id, SavedSearchKinds.Documents, came)),
            .. claims.SelectMany(c => Told(state, state.Records.Match(c), c.Id, SavedSearchKinds.Claims, came)),
        ];
    }

    /// <summary>Matches of these accounts.</summary>
    public IReadOnlyList<AlertMatch> Match(IEnumerable<Account> accounts, DateTimeOffset? came = null)
    {
        var state = Current();
        return state.Kinds.Contains(SavedSearchKinds.Accounts)
            ? [.. accounts.SelectMany(a => Told(state, state.Records.Match(a), a.Id, SavedSearchKinds.Accounts, came)).Distinct()]
            : [];
    }

    /// <summary>Searches that follow one of these records and so are told of a change of the evidence on them.</summary>
    public IReadOnlyList<AlertMatch> Match(
        EvidenceEvent change, IEnumerable<Claim>? claims = null, IEnumerable<Document>? documents = null, IEnumerable<Account>? accounts = null, DateTimeOffset? came = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        var state = Current();
        if (!state.Kinds.Contains(SavedSearchKinds.Evidence))
        {
            return [];
        }

        var following = (claims ?? []).SelectMany(c => state.FollowedClaims.Match(c))
            .Concat((documents ?? []).SelectMany(state.FollowedDocuments.Match))
            .Concat((accounts ?? []).SelectMany(state.FollowedAccounts.Match));
        return [.. Told(state, following.Distinct(StringComparer.Ordinal), change.Id, SavedSearchKinds.Evidence, came)];
    }

    /// <summary>The kind of record that a saved search is compiled for.</summary>
    public static SearchKind KindOf(string wanted) => wanted switch
    {
        SavedSearchKinds.Documents => SearchKind.Documents,
        SavedSearchKinds.Accounts => SearchKind.Accounts,
        _ => SearchKind.Claims,
    };

    private IEnumerable<AlertMatch> Told(State state, IEnumerable<string> found, string item, string kind, DateTimeOffset? came)
    {
        var now = time.GetUtcNow();
        return found.Where(id => state.Running[id] is var s && !(s.Created > came) && !(s.Expires <= now)).Select(id => new AlertMatch(id, item, kind));
    }

    /// <summary>The percolators over today's saved searches; built anew only when these changed.</summary>
    private State Current()
    {
        lock (_lock)
        {
            // The number is read before the searches: a change in between is seen with the next page.
            var changes = ledger.SavedSearches.Changes();
            if (changes != _state.Changes)
            {
                _state = Build(changes, ledger.SavedSearches.All());
            }

            return _state;
        }
    }

    private State Build(long changes, IReadOnlyList<SavedSearch> searches)
    {
        var running = new Dictionary<string, SavedSearch>(StringComparer.Ordinal);
        var state = new State(changes, running);
        foreach (var search in searches.Where(s => s.Paused is null))
        {
            var parse = QueryParser.Parse(search.Query);
            if (parse.Tree is { } tree)
            {
                running[search.Id] = search;
                state.Add(search, tree);
            }
            else
            {
                Pause(search, parse.Error!);
            }
        }

        return state;
    }

    private void Pause(SavedSearch search, QueryError error)
    {
        var reason = $"the query does not parse at character {error.Position + 1}: {error.Message}; {error.Mend}";
        ledger.SavedSearches.Pause(search.Id, reason);
        ledger.Issues.Report(new Issue("search-paused", search.Id, search.Query, OwnerNote.To(search, reason), time.GetUtcNow()));
    }

    /// <summary>The running searches and what finds them.</summary>
    private sealed record State(long Changes, IReadOnlyDictionary<string, SavedSearch> Running)
    {
        public HashSet<string> Kinds { get; } = new(StringComparer.Ordinal);

        public Percolator Records { get; } = new();

        public Percolator FollowedClaims { get; } = new();

        public Percolator FollowedDocuments { get; } = new();

        public Percolator FollowedAccounts { get; } = new();

        public void Add(SavedSearch search, QueryNode tree)
        {
            Kinds.Add(search.In);
            if (search.In == SavedSearchKinds.Evidence)
            {
                FollowedClaims.Add(search.Id, tree, SearchKind.Claims);
                FollowedDocuments.Add(search.Id, tree, SearchKind.Documents);
                FollowedAccounts.Add(search.Id, tree, SearchKind.Accounts);
            }
            else
            {
                Records.Add(search.Id, tree, KindOf(search.In));
            }
        }
    }
}
