using System.Globalization;
using Monitor.Core.Model;
using Monitor.Core.Reviews;

namespace Monitor.Web.Display;

/// <summary>What the review form sends.</summary>
internal sealed class ReviewForm
{
    private static readonly char[] Separators = [',', ';', ' ', '،'];

    public string? Verdict { get; set; }

    public string? Reviewer { get; set; }

    public string? Note { get; set; }

    /// <summary>References of the evidence that was ticked.</summary>
    public IReadOnlyList<string>? Evidence { get; set; }

    /// <summary>Further addresses, one a line.</summary>
    public string? Urls { get; set; }

    public long? Corrects { get; set; }

    /// <summary>Verdicts on the parts, in order of the claim; those without a verdict are not given.</summary>
    public List<PartForm> Parts { get; set; } = [];

    /// <summary>
    /// The ticked evidence and that of the parts with the words it has now, and the addresses. A reference that the page does not offer is not taken.
    /// </summary>
    public IReadOnlyList<Evidence> Chosen(IReadOnlyList<Evidence> offered)
    {
        var ticked = (Evidence ?? []).Concat(Parts.Where(IsJudged).SelectMany(p => Numbers(p).Where(n => n > 0 && n <= offered.Count).Select(n => offered[n - 1].Reference)))
            .ToHashSet(StringComparer.Ordinal);
        var urls = (Urls ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. offered.Where(e => ticked.Contains(e.Reference)), .. urls.Select(u => new Evidence("url", u, ""))];
    }

    /// <summary>The verdicts on parts. A number that stands for nothing on the page becomes a reference that is refused with its part.</summary>
    public IReadOnlyList<PartRequest> Judged(IReadOnlyList<Evidence> offered) =>
    [
        .. Parts.Select((p, i) => (Part: p, Number: i + 1)).Where(p => IsJudged(p.Part)).Select(p => new PartRequest(
            p.Number, p.Part.Verdict ?? "", p.Part.Note ?? "",
            [.. Numbers(p.Part).Select(n => n > 0 && n <= offered.Count ? offered[n - 1].Reference : "a number that no evidence on this page has")])),
    ];

    /// <summary>A note or evidence without a verdict is not dropped silently: it is refused.</summary>
    private static bool IsJudged(PartForm part) => !string.IsNullOrWhiteSpace(part.Verdict) || !string.IsNullOrWhiteSpace(part.Note) || !string.IsNullOrWhiteSpace(part.Evidence);

    private static IEnumerable<int> Numbers(PartForm part) =>
        (part.Evidence ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0);
}
