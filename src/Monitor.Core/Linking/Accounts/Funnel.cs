using Monitor.Core.Model;

namespace Monitor.Core.Linking.Accounts;

/// <summary>Counts on the way from all accounts looked at to those linked.</summary>
internal sealed class Funnel
{
    public int Accounts { get; set; }

    public int HashedNames { get; set; }

    public int ReadableNames { get; set; }

    public int ReadableBios { get; set; }

    public int EmptyBios { get; set; }

    public int HiddenBios { get; set; }

    public int GroupNamed { get; set; }

    public int OnlyRefused { get; set; }

    public SortedDictionary<string, int> UnknownLanguages { get; } = new(StringComparer.Ordinal);

    public void Count(Account account, GroupFindings findings)
    {
        Accounts++;
        var hidden = account.Hidden.Contains("bio");
        var empty = !hidden && string.IsNullOrWhiteSpace(account.Bio);
        HashedNames += account.Hashed ? 1 : 0;
        ReadableNames += !account.Hashed && account.Name.Length > 0 ? 1 : 0;
        HiddenBios += hidden ? 1 : 0;
        EmptyBios += empty ? 1 : 0;
        ReadableBios += hidden || empty ? 0 : 1;
        GroupNamed += findings.Mentions.Count > 0 ? 1 : 0;
        OnlyRefused += findings.Mentions.Count == 0 && findings.Refused.Count > 0 ? 1 : 0;
        if (!hidden && !empty && findings.Mentions.Count == 0 && Text.LanguageDetector.Detect(account.Bio) is var language && language != "und" && !GroupFinder.Languages.Contains(language))
        {
            UnknownLanguages[language] = UnknownLanguages.GetValueOrDefault(language) + 1;
        }
    }
}
