using Monitor.Core.Corpus;
using Monitor.Core.Model;
using Monitor.Web.Display;

namespace Monitor.Web.Api;

/// <summary>A range of UTF-16 units.</summary>
internal sealed record SpanJson(int Start, int End);

/// <summary>One hit; <paramref name="Score"/> only orders the hits of one search.</summary>
internal sealed record HitJson(string Kind, string Id, string Title, string Text, double Score, IReadOnlyList<SpanJson> Highlights, string Source, DateTimeOffset? Date);

/// <summary>One page of hits with its facets.</summary>
internal sealed record SearchJson(IReadOnlyList<HitJson> Items, long Total, string? Next, IReadOnlyDictionary<string, IReadOnlyList<ValueCount>> Facets);

/// <summary>Search over every kind.</summary>
internal static class SearchApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/search", Search)
            .WithTags("search")
            .WithSummary("Searches in Monitor’s query language; kinds and facets are separated by commas")
            .Produces<SearchJson>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

    /// <summary>Asks for a page of one kind and turns each hit into its record.</summary>
    public static async Task<IResult> List<T>(HttpContext context, ICorpus corpus, ListQuery query, SearchKind kind, Func<string, Task<T?>> record, CancellationToken cancel)
        where T : class
    {
        var answer = await Searching.Ask(corpus, new Asked(query.Q ?? "", kind.ToString(), query.Sort ?? "", query.Cursor, query.Limit ?? 20), cancel);
        if (answer.Page is not { } page)
        {
            return ApiAnswer.Bad(answer.Fault!);
        }

        var items = new List<T>();
        foreach (var hit in page.Hits)
        {
            // A record that was replaced between the search and this moment is left out.
            if (await record(hit.Id) is { } item)
            {
                items.Add(item);
            }
        }

        return ApiAnswer.Ok(context, new ListJson<T>(items, page.Total, page.Next));
    }

    private static async Task<IResult> Search(HttpContext context, ICorpus corpus, [AsParameters] ListQuery query, string? @in, string? facets, CancellationToken cancel)
    {
        var asked = new Asked(query.Q ?? "", @in ?? "", query.Sort ?? "", query.Cursor, query.Limit ?? 20) { Facets = Wanted(facets) };
        var unknown = asked.Facets.FirstOrDefault(f => !Facets.Wanted.Contains(f));
        if (unknown is not null)
        {
            return ApiAnswer.Bad(new QueryFault("", 0, $"There is no facet '{unknown}'.", $"Use {string.Join(", ", Facets.Wanted)}."));
        }

        var answer = await Searching.Ask(corpus, asked, cancel);
        return answer.Page is { } page
            ? ApiAnswer.Ok(context, new SearchJson([.. page.Hits.Select(ToJson)], page.Total, page.Next, page.Facets))
            : ApiAnswer.Bad(answer.Fault!);
    }

    private static string[] Wanted(string? facets) => (facets ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static HitJson ToJson(SearchHit hit) => new(
        Wording.Of(hit.Kind).ToLowerInvariant(),
        hit.Id,
        hit.Title,
        hit.Text,
        hit.Score,
        [.. hit.Highlights.Select(h => new SpanJson(h.Start, h.End))],
        hit.Source,
        hit.Date);
}
