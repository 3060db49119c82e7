namespace Monitor.Core.Corpus;

/// <summary>
/// Fills a page from hits in order and folds those whose text is nearly that of a hit before them. Both engines give it their hits one after another, with the text of the record,
/// until it takes no more; the next page goes on behind the last that it took.
/// </summary>
internal sealed class HitFolder(SearchRequest request)
{
    /// <summary>Most hits looked at for one page; copies beyond come on the next.</summary>
    public const int MostLooked = 500;

    private readonly List<(SearchHit Hit, TextSketch? Sketch, List<SimilarHit> Similar)> _groups = [];
    private int _looked;

    /// <summary>The page so far.</summary>
    public IReadOnlyList<SearchHit> Hits => [.. _groups.Select(g => g.Similar.Count == 0 ? g.Hit : g.Hit with { Similar = g.Similar })];

    /// <summary>Most hits that may be asked for at once.</summary>
    public int Most => request.Fold ? Math.Max(request.Limit, MostLooked) : request.Limit;

    /// <summary>Takes a hit onto the page, or into a hit that is there. False when the page is full, and the hit was not taken.</summary>
    /// <param name="hit">The hit.</param>
    /// <param name="text">The whole text of the record.</param>
    public bool Take(SearchHit hit, string text)
    {
        if (_looked == Most)
        {
            return false;
        }

        var sketch = request.Fold && hit.Kind is SearchKind.Documents or SearchKind.Claims or SearchKind.Posts ? TextSketch.Of(text) : null;
        if (sketch is not null && _groups.FindIndex(g => g.Hit.Kind == hit.Kind && g.Sketch?.Resembles(sketch) == true) is >= 0 and var same)
        {
            _groups[same].Similar.Add(new(hit.Kind, hit.Id, hit.Title, hit.Source, hit.Date));
        }
        else if (_groups.Count == request.Limit)
        {
            return false;
        }
        else
        {
            _groups.Add((hit, sketch, []));
        }

        _looked++;
        return true;
    }
}
