using System.Text.Json.Serialization;

namespace Monitor.Core.Model;

/// <summary>What a document is, in the terms of schema.org.</summary>
public enum DocumentKind
{
    /// <summary>A news article (NewsArticle).</summary>
    Article,

    /// <summary>An official statement of a government, a party or a platform.</summary>
    Statement,

    /// <summary>A post on a platform (SocialMediaPosting), often found embedded in an article.</summary>
    Post,

    /// <summary>A fact-check (ClaimReview).</summary>
    Factcheck,
}

/// <summary>What extraction makes of a capture.</summary>
/// <param name="Id">Content-derived id of <paramref name="Url"/>, see <see cref="Ids.Document"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Url">Canonical url.</param>
/// <param name="Text">Main text, paragraphs separated by one line feed; every offset in Monitor counts UTF-16 units in this text. Empty for an input that is no article.</param>
public sealed record Document(string Id, DocumentKind Kind, string Url, string Text)
{
    /// <summary>Headline; empty when the page has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Names of the authors as printed, in order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Handle of the author without @, for posts.</summary>
    public string? Handle { get; init; }

    /// <summary>When it was published, with the offset of the source.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed, as the page says.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>BCP 47 language, declared or detected; <c>und</c> when unknown.</summary>
    public string Language { get; init; } = "und";

    /// <summary>Name of the site as printed (og:site_name, publisher).</summary>
    public string Site { get; init; } = "";

    /// <summary>Id of the crawler definition it came from; empty for a file given by hand.</summary>
    public string SourceId { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2 country of the publisher; empty when unknown.</summary>
    public string Country { get; init; } = "";

    /// <summary>True when the source speaks for a state, a party or a platform.</summary>
    public bool Official { get; init; }

    /// <summary>Id of the capture it was made of; empty for a file given by hand.</summary>
    public string CaptureId { get; init; } = "";

    /// <summary>Id of the document that embeds this one, for embedded posts.</summary>
    public string? EmbeddedIn { get; init; }

    /// <summary>Posts embedded in it, in order.</summary>
    public IReadOnlyList<EmbeddedPost> Posts { get; init; } = [];

    /// <summary>ClaimReview markup found in it.</summary>
    public IReadOnlyList<ClaimReview> ClaimReviews { get; init; } = [];

    /// <summary>Hashtags of a post without #.</summary>
    public IReadOnlyList<string> Hashtags { get; init; } = [];

    /// <summary>Absolute urls that the main text links to.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Parts that extraction left out, so that a reader can see what was cut and why.</summary>
    public IReadOnlyList<CutPart> Cuts { get; init; } = [];

    /// <summary>What to call it in a list: its title, else whose post it is, else its address.</summary>
    [JsonIgnore]
    public string Heading => Title.Length > 0 ? Title : Kind == DocumentKind.Post && Authors.Count > 0 ? $"Post by {Authors[0]}" : Url;

    /// <summary>Why there is no text, or what a reader should know of the extraction; null when all is well.</summary>
    public string? Note { get; init; }
}

/// <summary>A post that a page embeds.</summary>
/// <param name="DocumentId">Id of the document of kind post made of it.</param>
/// <param name="Author">Name as printed.</param>
/// <param name="Handle">Handle without @; empty when the embed has none.</param>
/// <param name="Text">Words of the post.</param>
/// <param name="Date">Its date with its precision; null when the embed has none.</param>
/// <param name="Url">Its permalink; empty when the embed has none.</param>
/// <param name="Hashtags">Hashtags without #.</param>
/// <param name="Start">Where its words begin in the embedding document's text; -1 when that text leaves them out.</param>
/// <param name="End">Where its words end (exclusive); -1 likewise.</param>
public sealed record EmbeddedPost(
    string DocumentId,
    string Author,
    string Handle,
    string Text,
    PartialDate? Date,
    string Url,
    IReadOnlyList<string> Hashtags,
    int Start,
    int End);

/// <summary>A part of a page that is not its main text.</summary>
/// <param name="Reason">Why it was cut.</param>
/// <param name="Text">Its words, shortened to 500 characters.</param>
public sealed record CutPart(CutReason Reason, string Text);

/// <summary>Why a part was cut.</summary>
public enum CutReason
{
    /// <summary>Menus, breadcrumbs, site headers and footers.</summary>
    Navigation,

    /// <summary>Advertising, also when it stands in mid-article.</summary>
    Advertising,

    /// <summary>Links to other articles.</summary>
    RelatedLinks,

    /// <summary>Consent boxes, newsletter boxes, share bars, "Exit mobile version" and the like.</summary>
    Chrome,

    /// <summary>Readers' comments.</summary>
    Comments,

    /// <summary>Captions and picture credits.</summary>
    Caption,
}

/// <summary>schema.org ClaimReview as a fact-checker published it.</summary>
/// <param name="ClaimReviewed">The claim in the reviewer's words.</param>
/// <param name="Claimant">Who made it; empty when not said.</param>
/// <param name="ClaimDate">When it was made.</param>
/// <param name="Rating">The verdict as printed (alternateName, or the number with its scale).</param>
/// <param name="Reviewer">Who checked it.</param>
/// <param name="ReviewDate">When it was checked.</param>
/// <param name="Url">Where the check stands.</param>
public sealed record ClaimReview(
    string ClaimReviewed,
    string Claimant,
    PartialDate? ClaimDate,
    string Rating,
    string Reviewer,
    PartialDate? ReviewDate,
    string Url);
