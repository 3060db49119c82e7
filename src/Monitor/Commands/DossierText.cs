using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Commands;

/// <summary>A dossier as lines of a terminal.</summary>
internal static class DossierText
{
    private const int RowsShown = 3;
    private const int EntriesShown = 40;

    public static IEnumerable<string> Of(Dossier d, IReadOnlyList<Link> links) =>
        [.. d.Sightings.SelectMany(Sighting), .. Names(d), .. Outcome(d), .. Timeline(d), .. ActivityText.Of(d.Activity), .. Missing(d), .. Links(links)];

    /// <summary>A row in one word: release/version/file:line.</summary>
    public static string Place(RowRef row) => $"{row.Release}/{row.Version}/{row.File}:{row.Line}";

    private static IEnumerable<string> Sighting(Account s) =>
    [
        $"{s.Id}  {(s.Hidden.Contains("handle") ? "handle hidden by the publisher" : $"@{s.Handle}")}  {(s.Hidden.Contains("name") ? "name hidden by the publisher" : s.Name)}",
        $"  Bio: {(s.Hidden.Contains("bio") ? "hidden by the publisher" : s.Bio.Length > 0 ? s.Bio.Replace('\n', ' ') : "none")}",
        Said($"  Place: {(s.Hidden.Contains("location") ? "hidden by the publisher" : s.Location.Length > 0 ? s.Location : "none")}; created {s.Created?.ToString() ?? "unknown"}; {Count(s.Followers)} followers, follows {Count(s.Following)}"),
        $"  Row: {Place(s.Source)}",
        "",
    ];

    private static IEnumerable<string> Names(Dossier d) => d.Names.Count == 0
        ? []
        :
        [
            "Names and handles over time",
            .. d.Names.Take(EntriesShown).Select(n => $"  {n.Time?.ToString() ?? "undated",-22} {(n.Handle.Length > 0 ? "@" + n.Handle : "")}{(n.Handle.Length > 0 && n.Name.Length > 0 ? ", " : "")}{n.Name} ({n.How})"),
            .. More(d.Names.Count, "names"),
            "",
        ];

    private static IEnumerable<string> Outcome(Dossier d)
    {
        yield return $"Outcome: {Word(d.Outcome)}";
        yield return $"  {d.Because}";
        foreach (var (side, title) in new[] { (SignalSide.Person, "Speaks for a real person"), (SignalSide.Operated, "Speaks for an operated account") })
        {
            yield return "";
            yield return title;
            var signals = d.Signals.Where(s => s.Side == side).ToList();
            foreach (var line in signals.Count == 0 ? ["  nothing found"] : signals.SelectMany(Signal))
            {
                yield return line;
            }
        }

        yield return "";
    }

    private static IEnumerable<string> Signal(Signal s) =>
    [
        $"  {s.Strength.ToString().ToLowerInvariant(),-9} {s.Name}: {s.Value}",
        $"            how common: {s.BaseRate}",
        $"            {s.Text}",
        .. s.Documents.Take(RowsShown).Select(m => $"            document: {m.Published:yyyy-MM-dd} {m.Site}: {m.Title} ({m.Url})"),
        $"            rows: {string.Join(", ", s.Rows.Take(RowsShown).Select(Place))}{(s.Rows.Count > RowsShown ? Said($" and {s.Rows.Count - RowsShown} more") : "")}",
    ];

    private static IEnumerable<string> Timeline(Dossier d) =>
        ["Timeline", .. d.Timeline.Take(EntriesShown).Select(e => $"  {e.Time,-22} {e.Text}"), .. More(d.Timeline.Count, "entries"), ""];

    private static IEnumerable<string> Missing(Dossier d) => ["Not known", .. d.Missing.Select(m => $"  - {m}")];

    private static IEnumerable<string> Links(IReadOnlyList<Link> links) => links.Count == 0
        ? []
        : ["", "Claims that may speak of it", .. links.Select(l => $"  {l.From}: {string.Join("; ", l.Reasons.Select(r => r.Text))}")];

    private static IEnumerable<string> More(int count, string what) => count > EntriesShown ? [Said($"  … and {count - EntriesShown} more {what}; --json gives all")] : [];

    private static string Count(long? number) => number is { } n ? Said($"{n:N0}") : "unknown";

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Word(DossierOutcome outcome) => outcome switch
    {
        DossierOutcome.SpeaksForPerson => "the evidence speaks for a person",
        DossierOutcome.SpeaksForOperated => "the evidence speaks for an operated account",
        DossierOutcome.Contradictory => "contradictory evidence",
        _ => "not enough evidence",
    };
}
