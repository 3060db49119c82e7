using Monitor.Core.Model;

namespace Monitor.Core.Extraction;

/// <summary>What is known of the source before a page is read, from its crawler definition.</summary>
/// <param name="SourceId">Id of the crawler definition; empty for a file given by hand.</param>
/// <param name="Publisher">Name of the publisher; used as the site's name when the page states none.</param>
/// <param name="Country">ISO 3166-1 alpha-2 country of the publisher; empty when unknown.</param>
/// <param name="Language">BCP 47 language of the source; used when neither the page nor its text tells.</param>
/// <param name="Official">True when the source speaks for a state, a party or a platform.</param>
/// <param name="Kind">Kind of the source's documents; a page with ClaimReview markup becomes a fact-check all the same.</param>
public sealed record SourceFacts(string SourceId, string Publisher, string Country, string Language, bool Official, DocumentKind Kind)
{
    /// <summary>Nothing is known.</summary>
    public static SourceFacts None { get; } = new("", "", "", "", false, DocumentKind.Article);
}

/// <summary>One page or text file to extract from.</summary>
/// <param name="Url">Where it was found; a file name or an empty string for a file given by hand.</param>
/// <param name="MediaType">The Content-Type header as sent, with its charset; empty when unknown.</param>
/// <param name="Payload">The bytes, unpacked.</param>
/// <param name="CaptureId">Id of the capture; empty for a file given by hand.</param>
/// <param name="Source">What is known of its source.</param>
public sealed record ExtractionInput(string Url, string MediaType, byte[] Payload, string CaptureId, SourceFacts Source);

/// <summary>What came out of one input.</summary>
/// <param name="Main">The document; its text is empty and its note says why when the input is no article.</param>
/// <param name="Posts">One document of kind post for each embedded post, in order.</param>
/// <param name="Issues">What could not be read.</param>
public sealed record Extraction(Document Main, IReadOnlyList<Document> Posts, IReadOnlyList<Issue> Issues);
