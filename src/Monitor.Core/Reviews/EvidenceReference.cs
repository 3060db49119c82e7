using System.Globalization;
using System.Text.RegularExpressions;
using Monitor.Core.Model;

namespace Monitor.Core.Reviews;

/// <summary>How verdicts write the place of their evidence.</summary>
public static partial class EvidenceReference
{
    /// <summary><c>release/version/file:line</c>.</summary>
    public static string Of(RowRef row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return string.Create(CultureInfo.InvariantCulture, $"{row.Release}/{row.Version}/{row.File}:{row.Line}");
    }

    /// <summary><c>document-id:start-end</c>, offsets in UTF-16 units.</summary>
    public static string Of(Appearance appearance)
    {
        ArgumentNullException.ThrowIfNull(appearance);
        return string.Create(CultureInfo.InvariantCulture, $"{appearance.DocumentId}:{appearance.Start}-{appearance.End}");
    }

    /// <summary>The row that a reference names; null when it is not of the form <c>release/version/file:line</c>.</summary>
    public static RowRef? Row(string reference) =>
        RowForm().Match(reference) is { Success: true } m
        && int.TryParse(m.Groups[2].Value, CultureInfo.InvariantCulture, out var version) && long.TryParse(m.Groups[4].Value, CultureInfo.InvariantCulture, out var line)
            ? new(m.Groups[1].Value, version, m.Groups[3].Value, line, -1)
            : null;

    /// <summary>The document and the offsets that a reference names; the whole document has none; null when it is not of the form <c>id</c> or <c>id:start-end</c>.</summary>
    internal static (string Id, int? Start, int? End)? Document(string reference)
    {
        var m = DocumentForm().Match(reference);
        if (!m.Success)
        {
            return null;
        }

        return m.Groups[2].Length == 0 ? (m.Groups[1].Value, null, null)
            : int.TryParse(m.Groups[2].Value, CultureInfo.InvariantCulture, out var start) && int.TryParse(m.Groups[3].Value, CultureInfo.InvariantCulture, out var end)
                ? (m.Groups[1].Value, start, end)
                : null;
    }

    [GeneratedRegex("^([^/]+)/([0-9]{1,9})/(.+):([0-9]{1,18})$", RegexOptions.NonBacktracking)]
    private static partial Regex RowForm();

    [GeneratedRegex("^([^:]+)(?::([0-9]{1,9})-([0-9]{1,9}))?$", RegexOptions.NonBacktracking)]
    private static partial Regex DocumentForm();
}
