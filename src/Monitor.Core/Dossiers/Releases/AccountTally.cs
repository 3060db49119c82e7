using Monitor.Core.Dossiers.Bios;
using Monitor.Core.Dossiers.Signals;
using Monitor.Core.Dossiers.Statistics;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Releases;

/// <summary>Counts the accounts of a release as they stream by, twice: first to find the groups, then to name some of their accounts. Bounded by <see cref="MostValues"/>.</summary>
internal sealed class AccountTally
{
    /// <summary>Accounts that make a group: two of a kind happen by chance in any list of hundreds.</summary>
    public const int LeastInGroup = 3;

    /// <summary>Groups and values listed.</summary>
    private const int Listed = 50;

    private const int ListedGroups = 20;

    /// <summary>Different values counted of each kind, some 40 MB for texts.</summary>
    private const int MostValues = 300_000;

    private static readonly (string Name, Func<Account, string> Of)[] Fields =
        [("handle", a => a.Handle), ("name", a => a.Name), ("bio", a => a.Bio), ("location", a => a.Location), ("url", a => a.Url)];

    private readonly long[] shown = new long[Fields.Length];
    private readonly long[] hidden = new long[Fields.Length];
    private readonly BoundedCounts<string> languages = new(MostValues, StringComparer.Ordinal);
    private readonly BoundedCounts<string> places = new(MostValues, StringComparer.Ordinal);
    private readonly BoundedCounts<(ulong, ulong)> bios = new(MostValues);
    private readonly BoundedCounts<string> stems = new(MostValues, StringComparer.Ordinal);
    private readonly SortedDictionary<DateOnly, int> created = [];
    private long accounts;
    private long hashed;
    private long fromPosts;

    /// <summary>Counts an account in; the first time round.</summary>
    public void Add(Account account)
    {
        accounts++;
        hashed += account.Hashed ? 1 : 0;
        fromPosts += account.Flags.Contains("from-post") ? 1 : 0;
        for (var i = 0; i < Fields.Length; i++)
        {
            var isHidden = IsHidden(account, Fields[i].Name);
            hidden[i] += isHidden ? 1 : 0;
            shown[i] += !isHidden && Fields[i].Of(account).Length > 0 ? 1 : 0;
        }

        languages.Add(account.Language);
        if (account.Location.Trim() is { Length: > 0 } place && !IsHidden(account, "location"))
        {
            places.Add(place);
        }

        if (OriginFacts.CreatedDay(account) is { } day)
        {
            created[day] = created.GetValueOrDefault(day) + 1;
        }

        if (BioOf(account) is { } bio)
        {
            bios.Add(bio);
        }

        if (StemOf(account) is { } stem)
        {
            stems.Add(stem);
        }
    }

    /// <summary>What was counted, with accounts of the groups from a second pass.</summary>
    public async Task<AccountFacts> ToFacts(IAsyncEnumerable<Account> again)
    {
        var bioGroups = new GroupExamples<(ulong, ulong)>(bios.All, LeastInGroup, ListedGroups);
        var stemGroups = new GroupExamples<string>(stems.All, LeastInGroup, ListedGroups);
        var days = CreationBurst.Days(created);
        var bursts = new GroupExamples<DateOnly>(created.Where(d => days.Contains(d.Key)).ToDictionary(), 1, ListedGroups);
        await foreach (var account in again)
        {
            bioGroups.Offer(BioOf(account), account);
            stemGroups.Offer(StemOf(account), account);
            bursts.Offer(OriginFacts.CreatedDay(account), account);
        }

        return new(
            accounts, hashed, fromPosts,
            [.. Fields.Select((f, i) => new FieldFacts(f.Name, shown[i], hidden[i], accounts - shown[i] - hidden[i]))],
            [.. created.Select(d => new DayCount(d.Key, d.Value))],
            accounts - created.Values.Sum(c => (long)c),
            languages.LargestFolded(Listed, l => l.ToLowerInvariant()), places.LargestFolded(Listed, Text.Analyzer.Fold),
            [.. bursts.Largest.Select(b => new CreationGroup(b.Value, b.Count, CreationBurst.Usual(created, b.Value), b.Examples))],
            bioGroups.ToGroups((_, first) => first.Bio), stemGroups.ToGroups((stem, _) => stem + "…"));
    }

    /// <summary>The stem of a handle that ends in a number, in lower case; null when it is hidden or ends in none.</summary>
    private static string? StemOf(Account account) => IsHidden(account, "handle") ? null : HandleSeries.Stem(account.Handle)?.ToLowerInvariant();

    private static (ulong, ulong)? BioOf(Account account) => IsHidden(account, "bio") ? null : BioText.Of(account.Bio)?.Key;

    private static bool IsHidden(Account account, string field) => account.Hidden.Contains(field) || (account.Hashed && field is "handle" or "name");
}
