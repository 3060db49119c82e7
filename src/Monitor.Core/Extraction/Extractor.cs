using System.Collections.Frozen;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Extraction;

/// <summary>
/// Makes a document of a page or a text file: main text without furniture, metadata, embedded posts and ClaimReview markup. Any bytes are accepted; an input
/// that is no article gives an empty text and a note. Nothing is fetched and no script runs. Safe for use by several threads.
/// </summary>
/// <param name="time">Clock, for issues and for dates that lie in the future by mistake.</param>
public sealed class Extractor(TimeProvider time)
{
    private const int DetectFrom = 5_000;

    private static readonly FrozenSet<string> NonLatin =
        new[] { "ar", "fa", "ur", "ps", "ckb", "he", "yi", "ru", "uk", "be", "bg", "mk", "sr", "kk", "el", "hy", "ka", "hi", "bn", "ta", "te", "th", "zh", "ja", "ko", "am" }.ToFrozenSet();

    /// <summary>The document, its embedded posts and what could not be read.</summary>
    public Extraction Extract(ExtractionInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Payload.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return Nothing(input, "The input is empty.");
        }

        if (PayloadKind.Binary(input.Payload) is { } binary)
        {
            return Nothing(input, $"The input is {binary}, not a page.");
        }

        var text = Charsets.Decode(input.Payload, input.MediaType);
        var extraction = PayloadKind.Of(text, input.MediaType, input.Url) switch
        {
            "feed" => Nothing(input, "The input is a feed or sitemap, not a page."),
            "json" => Nothing(input, "The input is JSON, not a page."),
            "text" => FromText(text, input),
            _ => FromHtml(text, input),
        };
        return input.Payload.Length <= Limits.Bytes ? extraction : extraction with
        {
            Main = extraction.Main with { Note = $"{extraction.Main.Note} Only the first {Limits.Bytes / 1024 / 1024} MB were read.".Trim() },
        };
    }

    private Extraction FromHtml(string html, ExtractionInput input)
    {
        if (Page.Parse(html, time) is not { } page)
        {
            const string why = "The page has too many elements or takes too long to parse.";
            var nothing = Nothing(input, why);
            return nothing with { Issues = [new("page-too-costly", Subject(input), input.Url, why, time.GetUtcNow())] };
        }

        using (page)
        {
            var data = JsonLd.Of(page);
            var facts = Metadata.Of(page, data, input, time.GetUtcNow());
            var article = HtmlArticle.Of(page, facts, data);
            var reviews = ClaimReviews.Of(page, data, facts.Url);
            var document = Base(input, facts.Url) with
            {
                Kind = reviews.Count > 0 ? DocumentKind.Factcheck : input.Source.Kind,
                Text = article.Text.Text,
                Title = facts.Title,
                Authors = facts.Authors,
                Published = facts.Dates.Published,
                Modified = facts.Dates.Modified,
                Language = Language(facts.Language, article.Text.Text, input),
                Site = facts.Site,
                Posts = article.Text.Posts,
                ClaimReviews = reviews,
                Links = article.Links,
                Cuts = article.Text.Cuts,
                Note = article.Note,
            };
            return new(document, Posts(document), data.Unreadable.Select(u => Unreadable(u, input, facts.Url)).ToList());
        }
    }

    private static Extraction FromText(string source, ExtractionInput input)
    {
        var (title, text) = PlainText.Read(source);
        var document = Base(input, CanonicalUrl.Of(input.Url)) with
        {
            Text = text.Text,
            Title = title,
            Language = Language("", text.Text, input),
            Posts = text.Posts,
            Cuts = text.Cuts,
            Note = text.Text.Length == 0 ? "The text has no paragraph that reads like an article." : null,
        };
        return new(document, Posts(document), []);
    }

    private static List<Document> Posts(Document document) => document.Posts.Select(p => Post(document, p)).DistinctBy(p => p.Id).ToList();

    private static Document Post(Document page, EmbeddedPost post) =>
        new(post.DocumentId, DocumentKind.Post, TextAssembly.UrlOf(new("", post.Author, post.Handle, post.Text, post.Date, post.Url)), post.Text)
        {
            Authors = post.Author.Length > 0 ? [post.Author] : [],
            Handle = post.Handle.Length > 0 ? post.Handle : null,
            Published = post.Date?.Time,
            Language = LanguageDetector.Detect(post.Text),
            SourceId = page.SourceId,
            CaptureId = page.CaptureId,
            EmbeddedIn = page.Id,
            Hashtags = post.Hashtags,
            Note = post.Text.Length > 0 ? null : "The page embeds this post without its words.",
        };

    private static Document Base(ExtractionInput input, string url) => new(Ids.Document(url), input.Source.Kind, url, "")
    {
        Site = input.Source.Publisher,
        SourceId = input.Source.SourceId,
        Country = input.Source.Country,
        Official = input.Source.Official,
        CaptureId = input.CaptureId,
        Language = input.Source.Language.Length > 0 ? input.Source.Language : "und",
    };

    /// <summary>As declared, unless the text stands in a script that the declared language is not written in: many sites keep their software's "en-US".</summary>
    private static string Language(string declared, string text, ExtractionInput input)
    {
        var detected = LanguageDetector.Detect(text.Length > DetectFrom ? text[..DetectFrom] : text);
        if (declared.Length > 0)
        {
            return IsLatin(declared) && detected != "und" && !IsLatin(detected) ? detected : declared;
        }

        return detected != "und" ? detected : input.Source.Language.Length > 0 ? input.Source.Language : "und";
    }

    private static bool IsLatin(string language) => !NonLatin.Contains(language.Split('-')[0]);

    private static Extraction Nothing(ExtractionInput input, string why) => new(Base(input, CanonicalUrl.Of(input.Url)) with { Note = why }, [], []);

    private Issue Unreadable(string why, ExtractionInput input, string url) =>
        new("jsonld-unreadable", Subject(input), url, $"Structured data of the page could not be read and was left out: {why}", time.GetUtcNow());

    private static string Subject(ExtractionInput input) => input.Source.SourceId.Length > 0 ? input.Source.SourceId : input.Url;
}
