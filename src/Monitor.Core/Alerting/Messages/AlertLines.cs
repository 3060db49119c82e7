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

    /// <summary>Place, site and day.</summary>
    public static string Place(AlertPlace place)
    {
        var day = place.Published is { } published ? string.Create(CultureInfo.InvariantCulture, $", {published:yyyy-MM-dd}") : "";
        return $"{place.Title} ({place.Site}{day})";
    }

    /// <summary>One side of a difference.</summary>
    public string Side(string text) => text.Length > 0 ? $"“{text}”" : Words.NoWords;

    /// <summary>Header values and lines must not carry line breaks: a name with one could add headers of its own.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
