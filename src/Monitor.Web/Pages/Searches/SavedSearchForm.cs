using System.Globalization;
using System.Text;
using Monitor.Core.Alerting;
using Monitor.Core.Model;

namespace Monitor.Web.Pages.Searches;

/// <summary>What the form for a saved search sends.</summary>
internal sealed class SavedSearchForm
{
    public string? Name { get; set; }

    public string? Query { get; set; }

    public string? In { get; set; }

    public string? Recipient { get; set; }

    public string? Webhook { get; set; }

    public bool Feed { get; set; }

    public Rhythm Rhythm { get; set; } = Rhythm.Daily;

    public string? At { get; set; }

    public string? Zone { get; set; }

    public DayOfWeek Day { get; set; } = DayOfWeek.Monday;

    public string? Language { get; set; }

    public string? Expires { get; set; }

    public bool NothingNew { get; set; }

    public int StormLimit { get; set; } = 30;

    /// <summary>The search to be saved, under an id made of its name that is not taken; what cannot be read of it is told beside it.</summary>
    public (SavedSearch Search, string? Fault) Read(Func<string, bool> taken, string owner, DateTimeOffset now)
    {
        var zone = string.IsNullOrWhiteSpace(Zone) ? "UTC" : Zone.Trim();
        var hasTime = TimeOnly.TryParseExact(string.IsNullOrWhiteSpace(At) ? "08:00" : At.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at);
        var last = DateOnly.TryParseExact(Expires?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var search = new SavedSearch(Id(taken), Name?.Trim() ?? "", Query?.Trim() ?? "", In ?? "", Recipient?.Trim() ?? "", Rhythm, now)
        {
            Owner = owner,
            Webhook = Webhook?.Trim() ?? "",
            Feed = Feed,
            At = at,
            Zone = zone,
            Day = Day,
            Language = string.IsNullOrWhiteSpace(Language) ? "en" : Language,
            Expires = last is { } end && end < DateOnly.MaxValue ? AlertSchedule.EndOf(end, zone) : null,
            NothingNew = NothingNew,
            StormLimit = StormLimit,
        };
        return (search, !hasTime ? "Write the time of day as 08:00" : !string.IsNullOrWhiteSpace(Expires) && search.Expires is null ? "Write the last day as 2026-12-31" : null);
    }

    private string Id(Func<string, bool> taken)
    {
        var stem = Stem(Name ?? "");
        var id = stem;
        for (var number = 2; taken(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        }

        return id;
    }

    private static string Stem(string name)
    {
        var stem = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(c => char.IsAscii(c)).Take(60))
        {
            stem.Append(char.IsAsciiLetterOrDigit(c) ? c : '-');
        }

        var words = stem.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 ? string.Join('-', words) : "search";
    }
}
