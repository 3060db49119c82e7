using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Reviews;

/// <summary>
/// Published verdicts as schema.org ClaimReview, with the members that Google's fact-check markup requires (claimReviewed, reviewRating with alternateName, url) and recommends
/// (author, datePublished; reviewRating: ratingValue, bestRating, worstRating; itemReviewed: author, datePublished, firstAppearance, appearance), developers.google.com/search/docs/appearance/structured-data/factcheck.
/// </summary>
public sealed class ClaimReviewFeed(ICorpus corpus, Ledger.Ledger ledger, ReviewOptions options)
{
    /// <summary>Appearances that one review lists.</summary>
    private const int MostAppearances = 20;

    /// <summary>Letters of every script stand as they are; what means something to HTML (the smaller-than sign above all) is escaped, so that the JSON can stand in a script element.</summary>
    private static readonly JsonSerializerOptions Escaping = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Why nothing can be put out; null when it can.</summary>
    public string? Missing =>
        string.IsNullOrWhiteSpace(options.Publisher) ? "reviews:publisher, the name of the organisation that publishes, is not set"
        : !Uri.TryCreate(options.Address, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") ? "reviews:address, the public web address of these pages, is not set"
        : null;

    /// <summary>The published verdicts on a claim, one object each; empty when there is none or <see cref="Missing"/> says why.</summary>
    public async Task<IReadOnlyList<JsonObject>> Of(string claimId, CancellationToken cancel = default)
    {
        if (Missing is not null)
        {
            return [];
        }

        var published = StandingVerdicts.Published(ledger.Reviews.Entries(claimId));
        if (published.Count == 0)
        {
            return [];
        }

        var claim = await corpus.Claim(claimId, cancel).ConfigureAwait(false);
        var urls = new List<string>();
        foreach (var id in (await corpus.AppearancesOf(claimId, cancel).ConfigureAwait(false)).Select(a => a.DocumentId).Distinct().Take(MostAppearances))
        {
            if (await corpus.Document(id, cancel).ConfigureAwait(false) is { } document && Uri.TryCreate(document.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            {
                urls.Add(document.Url);
            }
        }

        return [.. published.Select(p => Object(p.Verdict, p.Publication, claim, urls))];
    }

    /// <summary>Every published verdict as a schema.org DataFeed, the newest first.</summary>
    public async Task<JsonObject> All(CancellationToken cancel = default)
    {
        var items = new List<JsonObject>();
        foreach (var claim in ledger.Reviews.Entries().Where(e => e.Kind == ReviewKind.Publication).OrderByDescending(e => e.Sequence).Select(e => e.Subject).Distinct())
        {
            items.AddRange(await Of(claim, cancel).ConfigureAwait(false));
        }

        return new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "DataFeed",
            ["name"] = options.Publisher,
            ["dataFeedElement"] = new JsonArray([.. items.Select(i => new JsonObject { ["@type"] = "DataFeedItem", ["item"] = i })]),
        };
    }

    /// <summary>The text of an object, safe inside a script element.</summary>
    public static string Text(JsonNode json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.ToJsonString(Escaping);
    }

    private JsonObject Object(Review verdict, Review publication, Claim? claim, List<string> urls)
    {
        var rating = new JsonObject { ["@type"] = "Rating", ["alternateName"] = verdict.Verdict };
        if (options.Rating(verdict.Verdict) is { } place)
        {
            rating["ratingValue"] = place.Value;
            rating["bestRating"] = place.Best;
            rating["worstRating"] = 1;
        }

        var item = new JsonObject { ["@type"] = "Claim" };
        if (claim?.Speaker is { Name.Length: > 0 } speaker)
        {
            item["author"] = Speaker(speaker);
        }

        if (claim?.Said is { } said)
        {
            item["datePublished"] = said.ToString();
        }

        if (urls.Count > 0)
        {
            item["firstAppearance"] = Work(urls[0]);
            item["appearance"] = new JsonArray([.. urls.Select(Work)]);
        }

        var review = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "ClaimReview",
            ["url"] = $"{options.Address.TrimEnd('/')}/claims/{Uri.EscapeDataString(verdict.Subject)}",
            ["claimReviewed"] = claim?.Text ?? (verdict.Evidence is [var words, ..] ? words.Quote : null) ?? verdict.Subject,
            ["datePublished"] = publication.Time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["author"] = Publisher(),
            ["reviewRating"] = rating,
            ["itemReviewed"] = item,
        };
        if (verdict.Note.Length > 0)
        {
            review["reviewBody"] = verdict.Note;
        }

        return review;
    }

    private JsonObject Publisher()
    {
        var publisher = new JsonObject { ["@type"] = "Organization", ["name"] = options.Publisher };
        if (options.PublisherUrl.Length > 0)
        {
            publisher["url"] = options.PublisherUrl;
        }

        return publisher;
    }

    /// <summary>An office makes a speaker a person. Without one Monitor cannot tell a person from an organisation, and schema.org has no type that Google takes for both; the name is what counts.</summary>
    private static JsonObject Speaker(Speaker speaker)
    {
        var author = new JsonObject { ["@type"] = speaker.Office is { Length: > 0 } ? "Person" : "Organization", ["name"] = speaker.Name };
        if (speaker.Office is { Length: > 0 } office)
        {
            author["jobTitle"] = office;
        }

        return author;
    }

    private static JsonObject Work(string url) => new() { ["@type"] = "CreativeWork", ["url"] = url };
}
