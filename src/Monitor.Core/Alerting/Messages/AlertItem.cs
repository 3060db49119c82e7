using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Alerting.Messages;

/// <summary>One item of an alert message.</summary>
/// <param name="Id">Id of the record, or of the change of the evidence.</param>
/// <param name="Heading">Speaker and date of a claim, title of a document, name of an account.</param>
/// <param name="Text">Its words, shortened.</param>
/// <param name="Link">Its page in Monitor.</param>
public sealed record AlertItem(string Id, string Heading, string Text, string Link)
{
    /// <summary>What the query found in <see cref="Text"/>.</summary>
    public IReadOnlyList<TextSpan> Marks { get; init; } = [];

    /// <summary>What changed, for a change of the evidence; in the language of the message. Empty otherwise.</summary>
    public string What { get; init; } = "";

    /// <summary>Where it was first seen; null when no place is known.</summary>
    public AlertPlace? First { get; init; }

    /// <summary>How many outlets have it; 0 when that is not known.</summary>
    public int Outlets { get; init; }

    /// <summary>Further places, a few.</summary>
    public IReadOnlyList<AlertPlace> Further { get; init; } = [];

    /// <summary>What differs from what was known before.</summary>
    public IReadOnlyList<WordChange> Differs { get; init; } = [];

    /// <summary>Titles of the releases that could bear on it.</summary>
    public IReadOnlyList<string> Releases { get; init; } = [];

    /// <summary>Where it stands in a release or capture; empty when the places tell.</summary>
    public string Source { get; init; } = "";

    /// <summary>Matches that are nearly the same and stand behind this one.</summary>
    public int Folded { get; init; }
}

/// <summary>A document in which an item stands.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Site">Name of the site.</param>
/// <param name="Published">When; null when unknown.</param>
/// <param name="Url">Its address.</param>
public sealed record AlertPlace(string Title, string Site, DateTimeOffset? Published, string Url)
{
    /// <summary>The place of a document.</summary>
    public static AlertPlace Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(document.Heading, Outlet(document), document.Published, document.Url);
    }

    /// <summary>What tells one outlet from another: the name of the site, or else the source that collects it.</summary>
    internal static string Outlet(Document document) => document.Site.Length > 0 ? document.Site : document.SourceId;
}
