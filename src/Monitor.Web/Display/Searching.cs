using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;

namespace Monitor.Web.Display;

/// <summary>What a reader asks for in an address, as text.</summary>
/// <param name="Query">In Monitor's language.</param>
/// <param name="In">Kinds, separated by commas; all when empty.</param>
/// <param name="Sort">relevance, newest or oldest.</param>
/// <param name="Cursor">Where to go on; null at the start.</param>
/// <param name="Limit">Most hits on a page.</param>
internal sealed record Asked(string Query, string In, string Sort, string? Cursor, int Limit)
{
    /// <summary>Facets wanted.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>The kinds as enum values; null when one is unknown.</summary>
    public IReadOnlyList<SearchKind>? Kinds()
    {
        var kinds = new List<SearchKind>();
        foreach (var name in In.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!char.IsLetter(name[0]) || !Enum.TryParse<SearchKind>(name, ignoreCase: true, out var kind))
            {
                return null;
            }

            kinds.Add(kind);
        }

        return kinds;
    }
}

/// <summary>A page of hits, or why there is none.</summary>
internal sealed record Answer(SearchPage? Page, QueryNode? Tree, QueryFault? Fault);

/// <summary>Turns what a reader typed into a search, with every fault named for people.</summary>
internal static class Searching
{
    public const int MaxLimit = 200;

    public static async Task<Answer> Ask(ICorpus corpus, Asked asked, CancellationToken cancel)
    {
        var parse = QueryParser.Parse(asked.Query);
        if (parse.Error is { } error)
        {
            return Bad(new QueryFault(asked.Query, error.Position, error.Message, error.Mend));
        }

        if (asked.Kinds() is not { } kinds)
        {
            return Bad(new QueryFault("", 0, $"“{asked.In}” names a kind that Monitor does not know.", "Use claims, documents, accounts, posts or releases, separated by commas, or leave it out."));
        }

        if (Order(asked) is not { } sort)
        {
            return Bad(new QueryFault("", 0, $"“{asked.Sort}” is no order of results.", "Use relevance, newest or oldest."));
        }

        if (asked.Limit is < 1 or > MaxLimit)
        {
            return Bad(new QueryFault("", 0, $"A page cannot have {asked.Limit} results.", $"Ask for 1 to {MaxLimit}."));
        }

        return await Search(corpus, new SearchRequest(parse.Tree!, kinds) { Sort = sort, Cursor = asked.Cursor, Limit = asked.Limit, Facets = asked.Facets }, cancel);
    }

    /// <summary>Runs a search; a cursor that the corpus refuses becomes a fault.</summary>
    public static async Task<Answer> Search(ICorpus corpus, SearchRequest request, CancellationToken cancel)
    {
        try
        {
            return new(await corpus.Search(request, cancel), request.Query, null);
        }
        catch (Exception e) when (request.Cursor is not null && e is ArgumentException or FormatException)
        {
            return Bad(QueryFault.Cursor);
        }
    }

    private static Answer Bad(QueryFault fault) => new(null, null, fault);

    private static SearchSort? Order(Asked asked) => asked.Sort.ToUpperInvariant() switch
    {
        // Everything is best in no way, so the newest comes first.
        "" => string.IsNullOrWhiteSpace(asked.Query) ? SearchSort.Newest : SearchSort.Relevance,
        "RELEVANCE" => SearchSort.Relevance,
        "NEWEST" => SearchSort.Newest,
        "OLDEST" => SearchSort.Oldest,
        _ => null,
    };
}
