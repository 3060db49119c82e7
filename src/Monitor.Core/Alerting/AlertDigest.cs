using System.Globalization;
using Monitor.Core.Corpus;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Alerting;

/// <summary>One item of an alert message.</summary>
/// <param name="Heading">Speaker and date of a claim, or title of a document.</param>
/// <param name="Text">The words.</param>
/// <param name="Places">Where it stands: title, site, date and address of each document.</param>
/// <param name="Link">Its page in Monitor.</param>
/// <param name="Releases">Releases that could bear on it.</param>
public sealed record AlertItem(string Heading, string Text, IReadOnlyList<string> Places, string Link, IReadOnlyList<string> Releases);

/// <summary>What a message tells, before it is written as text and HTML.</summary>
/// <param name="Search">The saved search.</param>
/// <param name="Items">Its matches, as far as they still exist.</param>
/// <param name="Gone">Matches that are no longer in the corpus.</param>
public sealed record AlertDigest(SavedSearch Search, IReadOnlyList<AlertItem> Items, int Gone)
{
    private const int MaxPlaces = 5;
    private const int LongestText = 600;

    /// <summary>Collects what a message tells of its matches.</summary>
    public static async Task<AlertDigest> Collect(ICorpus corpus, SavedSearch search, IReadOnlyList<string> matches, string baseUrl, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(matches);
        var items = new List<AlertItem>();
        foreach (var id in matches)
        {
            if (await corpus.Claim(id, cancel) is { } claim)
            {
                items.Add(await OfClaim(corpus, claim, baseUrl, cancel));
            }
            else if (await corpus.Document(id, cancel) is { } document)
            {
                items.Add(new AlertItem(document.Heading, Shortened.WithEllipsis(document.Text, LongestText), [Place(document)], $"{baseUrl}/documents/{document.Id}", []));
            }
        }

        return new AlertDigest(search, items, matches.Count - items.Count);
    }

    private static async Task<AlertItem> OfClaim(ICorpus corpus, Claim claim, string baseUrl, CancellationToken cancel)
    {
        var places = new List<string>();
        var appearances = await corpus.AppearancesOf(claim.Id, cancel);
        foreach (var documentId in appearances.Select(a => a.DocumentId).Distinct().Take(MaxPlaces))
        {
            if (await corpus.Document(documentId, cancel) is { } document)
            {
                places.Add(Place(document));
            }
        }

        var releases = new List<string>();
        foreach (var link in await corpus.Links(claim.Id, LinkKind.Release, cancel))
        {
            releases.Add((await corpus.Release(link.Target, cancel))?.Title ?? link.Target);
        }

        var who = claim.Speaker.Name.Length == 0 ? "Speaker not known" : claim.Speaker.Name;
        var handle = claim.Speaker.Handle is { Length: > 0 } h ? $" (@{h})" : "";
        return new AlertItem($"{who}{handle}{(claim.Said is { } said ? $", {said}" : "")}", Shortened.WithEllipsis(claim.Text, LongestText), places, $"{baseUrl}/claims/{claim.Id}", releases);
    }

    private static string Place(Document document)
    {
        var date = document.Published is { } published ? string.Create(CultureInfo.InvariantCulture, $", {published:yyyy-MM-dd}") : "";
        return $"{document.Heading} ({(document.Site.Length > 0 ? document.Site : document.SourceId)}{date}) {document.Url}";
    }
}
