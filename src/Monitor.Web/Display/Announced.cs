using Monitor.Core.Model;

namespace Monitor.Web.Display;

/// <summary>Numbers of an announcement in words.</summary>
internal static class Announced
{
    /// <summary>Qualifier and number, with the word "unsure" where the number was not seen in its source.</summary>
    public static string Short(AnnouncedCount count)
    {
        var qualifier = count.Qualifier is "" or "exactly" ? "" : count.Qualifier + " ";
        return qualifier + Wording.Number(count.Value) + (count.Sure ? "" : " (unsure)");
    }
}
