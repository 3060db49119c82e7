using Monitor.Core.Corpus;

namespace Monitor.Core.Linking.Accounts;

/// <summary>Counts on the way from all accounts of the releases that fit to those that name a group, from the marks that were counted when the accounts came in.</summary>
internal sealed class Funnel
{
    public long Accounts { get; private set; }

    public long HashedNames { get; private set; }

    public long ReadableNames { get; private set; }

    public long ReadableBios { get; private set; }

    public long EmptyBios { get; private set; }

    public long HiddenBios { get; private set; }

    public long GroupNamed { get; private set; }

    public long OnlyRefused { get; private set; }

    /// <summary>Bios by language that the lexicon does not know.</summary>
    public SortedDictionary<string, long> UnknownLanguages { get; } = new(StringComparer.Ordinal);

    public static async Task<Funnel> Of(ICorpus corpus, IReadOnlyList<string> releases, CancellationToken cancel)
    {
        var languages = Text.LanguageDetector.Languages.Except(GroupFinder.Languages).Select(l => (Language: l, Property: "lang-" + l)).ToList();
        string[] properties = ["accounts", "hashed", "names", "bios", "empty", "hidden", "named", "refused", .. languages.Select(l => l.Property)];
        var counts = await corpus.MarkCounts([.. releases.SelectMany(r => properties.Select(p => AccountMarker.Property(p, r)))], cancel).ConfigureAwait(false);
        long Sum(string property) => releases.Sum(r => counts.GetValueOrDefault(AccountMarker.Property(property, r)));
        var funnel = new Funnel
        {
            Accounts = Sum("accounts"),
            HashedNames = Sum("hashed"),
            ReadableNames = Sum("names"),
            ReadableBios = Sum("bios"),
            EmptyBios = Sum("empty"),
            HiddenBios = Sum("hidden"),
            GroupNamed = Sum("named"),
            OnlyRefused = Sum("refused"),
        };
        foreach (var (language, property) in languages)
        {
            if (Sum(property) is > 0 and var count)
            {
                funnel.UnknownLanguages[language] = count;
            }
        }

        return funnel;
    }
}
