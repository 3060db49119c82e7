using System.Globalization;
using System.Net.Mail;
using System.Text;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;

namespace Monitor.Web.Pages.Searches;

/// <summary>What the form for a saved search sends.</summary>
internal sealed class SavedSearchForm
{
    private const int MostLetters = 200;

    public string? Name { get; set; }

    public string? Query { get; set; }

    public string? In { get; set; }

    public string? Recipient { get; set; }

    public Rhythm Rhythm { get; set; } = Rhythm.Daily;

    /// <summary>What is wrong and how to mend it; null when it can be saved.</summary>
    public string? Fault()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > MostLetters || Name.Any(char.IsControl))
        {
            return $"Give it a name of one line and at most {MostLetters} letters; it stands in the subject of the messages";
        }

        if (In is not ("claims" or "documents"))
        {
            return "Choose whether claims or documents are searched";
        }

        if (string.IsNullOrWhiteSpace(Query))
        {
            return "Say what to search for; an empty search would match everything";
        }

        if (QueryParser.Parse(Query).Error is { } error)
        {
            return $"The search cannot be read at position {error.Position + 1}: {error.Message}. {error.Mend}".TrimEnd('.');
        }

        return !MailAddress.TryCreate(Recipient?.Trim(), out var address) || address.Address != Recipient!.Trim() || !Enum.IsDefined(Rhythm)
            ? "Give one e-mail address, such as desk@newsroom.example"
            : null;
    }

    /// <summary>The search to be saved, under an id made of its name that is not taken.</summary>
    public SavedSearch ToSearch(Func<string, bool> taken, DateTimeOffset now)
    {
        var stem = Stem(Name!);
        var id = stem;
        for (var number = 2; taken(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        }

        return new(id, Name!.Trim(), Query!.Trim(), In!, Recipient!.Trim(), Rhythm, now);
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
