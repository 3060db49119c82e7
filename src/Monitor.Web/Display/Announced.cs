using Monitor.Core.Model;

namespace Monitor.Web.Display;

/// <summary>Numbers of an announcement in words.</summary>
internal static class Announced
{
    /// <summary>Qualifier and number, with a question mark where the number was not seen in its source.</summary>
    public static string Short(AnnouncedCount count)
    {
        var qualifier = count.Qualifier is "" or "exactly" ? "" : count.Qualifier + " ";
        return qualifier + Wording.Number(count.Value) + (count.Sure ? "" : " (unsure)");
    }

    /// <summary>What was received of the same thing in the newest version; null when that is not counted or nothing was imported.</summary>
    public static long? Received(Release release, AnnouncedCount count) => release.Versions is not [.., var version]
        ? null
        : count.Of switch
        {
            "accounts" => version.Accounts,
            "tweets" or "posts" => version.Posts,
            _ => null,
        };

    /// <summary>The comparison in words. Only an exact number that is sure can disagree with what was received.</summary>
    public static string Compare(Release release, AnnouncedCount count)
    {
        if (Received(release, count) is not { } received)
        {
            return release.Versions.Count == 0 ? "not imported" : "not counted on import";
        }

        return (received - count.Value) switch
        {
            0 => "the same",
            < 0 and var fewer => $"{Wording.Number(-fewer)} fewer received than announced",
            var more => $"{Wording.Number(more)} more received than announced",
        };
    }
}
