using System.Globalization;
using Monitor.Core.Alerting.Wording;
using Monitor.Core.Model;

namespace Monitor.Core.Alerting.Messages;

/// <summary>The sentences of a message that plain text, HTML and feeds share.</summary>
internal sealed class AlertLines(AlertDigest digest)
{
    public AlertWording Words { get; } = AlertWording.In(digest.Search.Language);

    public string Count => Words.Count(Words.NewMatches, digest.Matches);

    public string Subject => AlertWording.Fill(Words.Subject, ("count", Count), ("name", digest.Search.Name));

    public string Intro => AlertWording.Fill(Words.Intro, ("count", Count), ("kind", Words.Kinds.GetValueOrDefault(digest.Search.In, digest.Search.In)), ("name", digest.Search.Name));

    public string Why => AlertWording.Fill(Words.WhyYou, ("recipient", digest.Search.Recipient));

    /// <summary>What stands before the items, where the message is no ordinary one.</summary>
    public string? Notice => digest.Kind switch
    {
        DeliveryKind.Storm => AlertWording.Fill(Words.Storm, ("n", Words.Number(digest.Matches)), ("limit", Words.Number(digest.Search.StormLimit))),
        DeliveryKind.NothingNew => Words.NothingNew,
        DeliveryKind.Test => Words.Test,
        _ => null,
    };

    /// <summary>What stands behind the items.</summary>
    public IEnumerable<string> Tail
    {
        get
        {
            if (digest.More > 0)
            {
                yield return Words.Count(Words.More, digest.More);
            }

            if (digest.Gone > 0)
            {
                yield return Words.Count(Words.Gone, digest.Gone);
            }
        }
    }

    /// <summary>Comma and blank.</summary>
    public string Comma => Words.RightToLeft ? "، " : ", ";

    /// <summary>Points from before to after, as the line is read.</summary>
    public string Arrow => Words.RightToLeft ? "←" : "→";

    /// <summary>Place, site and day.</summary>
    public string Place(AlertPlace place) => $"{place.Title} ({string.Join(Comma, new[] { place.Site, Day(place) }.Where(p => p.Length > 0))})";

    /// <summary>The day of a place, as ISO 8601; empty when unknown.</summary>
    public static string Day(AlertPlace place) => place.Published is { } published ? published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    /// <summary>One side of a difference, in the quotation marks of the language.</summary>
    public string Side(string text) => text.Length == 0 ? Words.NoWords : Words.Language == "en" ? $"“{text}”" : $"«{text}»";

    /// <summary>Header values and lines must not carry line breaks: a name with one could add headers of its own.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
