using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Statistics;

/// <summary>What the account rows of one release, or of all, show together. Memory: one number a day of creation.</summary>
internal sealed class AccountStatistics
{
    private readonly SortedDictionary<DateOnly, int> createdOn = [];
    private readonly List<int> bioGroups = [];
    private HashSet<DateOnly>? bursts;

    /// <summary>Accounts.</summary>
    public long Accounts { get; private set; }

    /// <summary>Accounts whose handle shows, and of these those with a handle as the platform proposes them.</summary>
    public BaseRate DefaultHandles { get; private set; }

    /// <summary>Accounts whose counts show, and of these those that follow many and are followed by few.</summary>
    public BaseRate FewFollowBack { get; private set; }

    /// <summary>Accounts with a known age at the announcement, and of these those that were years old.</summary>
    public BaseRate YearsBefore { get; private set; }

    /// <summary>Accounts with a known day of creation, and of these those created on the day of a burst. Set for all releases together.</summary>
    public BaseRate InBursts { get; set; }

    /// <summary>Counts an account in.</summary>
    public void Add(Account account, Release? release)
    {
        Accounts++;
        if (ProfileFacts.IsHandleShown(account))
        {
            DefaultHandles = Count(DefaultHandles, ProfileFacts.HasDefaultHandle(account));
        }

        if (account is { Followers: not null, Following: not null })
        {
            FewFollowBack = Count(FewFollowBack, ProfileFacts.FewFollowBack(account));
        }

        if (ProfileFacts.YearsBefore(account, release) is { } years)
        {
            YearsBefore = Count(YearsBefore, years >= ProfileFacts.LongLife);
        }

        if (ProfileFacts.CreatedDay(account) is { } day)
        {
            createdOn[day] = createdOn.GetValueOrDefault(day) + 1;
            bursts = null;
        }
    }

    /// <summary>Takes note of a bio that this many accounts have; called when all accounts were seen.</summary>
    public void AddBio(int accounts) => bioGroups.Add(accounts);

    /// <summary>Accounts with a bio that can be compared, and of these those whose bio so many accounts have, or more.</summary>
    public BaseRate SharedBios(int accounts) => new(bioGroups.Count(g => g >= accounts), bioGroups.Count);

    /// <summary>Accounts created on a day.</summary>
    public int CreatedOn(DateOnly day) => createdOn.GetValueOrDefault(day);

    /// <summary>Accounts that would be created on that day if it were like the days around it.</summary>
    public double UsualOn(DateOnly day) => CreationBurst.Usual(createdOn, day);

    /// <summary>True when far more accounts were created on that day than on the days around it.</summary>
    public bool IsBurst(DateOnly day) => Bursts().Contains(day);

    /// <summary>Accounts with a known day of creation, and of these those created on the day of a burst.</summary>
    public BaseRate BurstRate() => new(Bursts().Sum(d => (long)createdOn[d]), createdOn.Values.Sum(c => (long)c));

    private static BaseRate Count(BaseRate rate, bool with) => new(rate.With + (with ? 1 : 0), rate.Of + 1);

    private HashSet<DateOnly> Bursts() => bursts ??= createdOn.Where(d => CreationBurst.Is(createdOn, d.Key)).Select(d => d.Key).ToHashSet();
}
