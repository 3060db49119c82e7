using System.Runtime.CompilerServices;
using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Exports;

/// <summary>The hits of a search, all pages.</summary>
internal sealed class HitTable(ICorpus corpus, SearchRequest request, ExportOptions options)
{
    private const int PageSize = 500;

    private static readonly IReadOnlyList<ExportColumn> Columns =
    [
        new("kind", "string", "claim, document, account, post or release"),
        new("id", "string", "Id; accounts and posts as platform:id, exactly as in the release"),
        new("title", "string", "Headline, speaker, name or release title"),
        new("handle", "string", "Handle of an account without @"),
        new("text", "string", "The words that matched, shortened to about 300 characters"),
        new("date", "datetime", "Publication, saying, creation or post time, UTC"),
        new("source", "string", "Crawler id or release id"),
        new("score", "number", "Orders the hits; not comparable between searches"),
        .. RowColumns.All,
    ];

    /// <summary>Ids of the releases that rows came from.</summary>
    public SortedSet<string> Releases { get; } = new(StringComparer.Ordinal);

    /// <summary>False when there were more hits than wanted.</summary>
    public bool Complete { get; private set; } = true;

    public ExportTable Table() => new("hits", "Hits of a search", Columns, Rows());

    private async IAsyncEnumerable<IReadOnlyList<object?>> Rows([EnumeratorCancellation] CancellationToken cancel = default)
    {
        long rows = 0;
        var cursor = request.Cursor;
        do
        {
            var page = await corpus.Search(request with { Limit = PageSize, Cursor = cursor, Facets = [] }, cancel);
            foreach (var hit in page.Hits)
            {
                if (rows++ == options.MaxRows)
                {
                    Complete = false;
                    yield break;
                }

                yield return await Row(hit, cancel);
            }

            cursor = page.Next;
        }
        while (cursor is not null);
    }

    private async Task<IReadOnlyList<object?>> Row(SearchHit hit, CancellationToken cancel)
    {
        var (title, text, handle) = (hit.Title, hit.Text, "");
        RowRef? source = null;
        if (hit.Kind == SearchKind.Accounts)
        {
            var shown = await corpus.Accounts(hit.Id, cancel);
            var account = shown.FirstOrDefault(a => a.Source.Release == hit.Source) ?? (shown.Count > 0 ? shown[0] : null);
            (handle, source) = (account?.Handle ?? "", account?.Source);
            (title, text, handle) = options.MayName(handle) ? (title, text, handle) : ("", "", "");
        }
        else if (hit.Kind == SearchKind.Posts)
        {
            var post = await corpus.Post(hit.Id, cancel);
            source = post?.Source;
            title = options.OnlyOfficialsByName ? "" : title; // the title of a post names its author
        }

        if ((source?.Release ?? (hit.Kind == SearchKind.Releases ? hit.Id : null)) is { } release)
        {
            Releases.Add(release);
        }

        var kind = hit.Kind.ToString().TrimEnd('s').ToLowerInvariant();
        return [kind, hit.Id, title, handle, text, hit.Date, hit.Source, hit.Score, .. RowColumns.Of(source)];
    }
}
