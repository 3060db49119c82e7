using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Web.Display;

/// <summary>References of evidence as verdicts keep them.</summary>
internal static class RowReference
{
    /// <summary><c>release/version/file:line</c>.</summary>
    public static string Of(RowRef row) => string.Create(CultureInfo.InvariantCulture, $"{row.Release}/{row.Version}/{row.File}:{row.Line}");

    /// <summary><c>document-id:start-end</c>, offsets in UTF-16 units.</summary>
    public static string Of(Appearance appearance) => string.Create(CultureInfo.InvariantCulture, $"{appearance.DocumentId}:{appearance.Start}-{appearance.End}");

    /// <summary>Where a reference leads; null when it cannot be told.</summary>
    public static string? Address(Evidence evidence) => evidence.Kind switch
    {
        "row" => Permalink.Release(evidence.Reference.Split('/')[0]),
        "document" => Permalink.Document(evidence.Reference.Split(':')[0]),
        "url" => ForeignUrl.Linkable(evidence.Reference),
        _ => null,
    };
}
