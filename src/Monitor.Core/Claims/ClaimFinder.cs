using Monitor.Core.Model;

namespace Monitor.Core.Claims;

/// <summary>What a document claims.</summary>
/// <param name="Claims">The claims, each once, in the order of their first place.</param>
/// <param name="Appearances">Their places in the document, in order; a claim of a post that the text leaves out has none.</param>
public sealed record FoundClaims(IReadOnlyList<Claim> Claims, IReadOnlyList<Appearance> Appearances);

/// <summary>
/// Finds who said what in a document: quotations, reported speech, accusations, refusals to comment, what organisations tell of their acts in numbers, and
/// embedded posts. Reads the text by rules and lexicons for English, Persian, Arabic, Spanish, French, German, Portuguese and Russian (others are read like English), in time
/// linear in its length, and never throws on any text.
/// </summary>
public sealed class ClaimFinder
{
    /// <summary>The claims of a document of any kind; a post is one claim of its author. The same words by the same speaker get the same id everywhere.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "A stage is an instance; a trained model will be its state.")]
    public FoundClaims Find(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (string.IsNullOrWhiteSpace(document.Text) && document.Posts.Count == 0)
        {
            return new([], []);
        }

        var reading = Reading.Of(document);
        var builder = new ClaimBuilder(document, reading);
        if (document.Kind == DocumentKind.Post)
        {
            builder.AddOwnPost();
            return builder.Build();
        }

        foreach (var post in document.Posts)
        {
            builder.AddPost(post);
        }

        foreach (var attribution in reading.Attributions)
        {
            builder.Add(attribution);
        }

        builder.AddHeadline();

        return builder.Build();
    }
}
