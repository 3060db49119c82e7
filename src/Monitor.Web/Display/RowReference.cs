using Monitor.Core.Model;

namespace Monitor.Web.Display;

/// <summary>Where the evidence of a verdict can be seen.</summary>
internal static class RowReference
{
    /// <summary>Where a reference leads; null when it cannot be told.</summary>
    public static string? Address(Evidence evidence) => evidence.Kind switch
    {
        "row" => Permalink.Release(evidence.Reference.Split('/')[0]),
        "document" => Permalink.Document(evidence.Reference.Split(':')[0]),
        "url" => ForeignUrl.Linkable(evidence.Reference),
        _ => null,
    };
}
