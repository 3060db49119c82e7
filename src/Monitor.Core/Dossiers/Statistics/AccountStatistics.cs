using Monitor.Core.Dossiers.Bios;
using Monitor.Core.Dossiers.Signals;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Statistics;

/// <summary>What the account rows of one release, or of all, show together. Memory: one number a day of creation, and the handles that end in a number.</summary>
internal sealed class AccountStatistics
{
    private readonly SortedDictionary<DateOnly, int> createdOn = [];
    private readonly Dictionary<string, BaseRate> facts = [];
    private IReadOnlySet<DateOnly> bursts = new HashSet<DateOnly>();

    /// <summary>Accounts.</summary>
    public long Accounts { get; private set; }

    /// <summary>Handles with a common stem; kept for releases only, since a stem means something within one of them.</summary>
    public HandleSeries Handles { get; } = new();

    /// <summary>Accounts with a known day of creation, and of these those created on the day of a burst. Set when every account was seen.</summary>
    public BaseRate InBursts { get; set; }

    /// <summary>Accounts in a series of handles, of those whose handle shows. Set when every account was seen.</summary>
    public BaseRate InSeries { get; set; }

    /// <summary>Counts an account in.</summary>
    /// <param name="account">The account as the release shows it.</param>
    /// <param name="told">What of <see cref="ProfileFact.All"/> holds of it, null where it cannot be told; the same for the release and for all.</param>
    public void Add(Account account, IReadOnlyList<bool?> told)
    {
        Accounts++;
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i] is { } holds)
            {
                var (name, rate) = (ProfileFact.All[i].Name, facts.GetValueOrDefault(ProfileFact.All[i].Name));
                facts[name] = new(rate.With + (holds ? 1 : 0), rate.Of + 1);
            }
        }

        if (OriginFacts.CreatedDay(account) is { } day && !account.Flags.Contains(BioIndex.NoUserId)) // may stand in another row under its hash
        {
            createdOn[day] = createdOn.GetValueOrDefault(day) + 1;
        }
    }

    /// <summary>What of <see cref="ProfileFact.All"/> holds of an account, in that order; null where it cannot be told.</summary>
    public static IReadOnlyList<bool?> Tell(Account account, Release? release) =>
        [.. ProfileFact.All.Select(f => f.CanTell(account, release) ? f.Is(account, release) : (bool?)null)];

    /// <summary>Finds bursts and series; called when every account was seen.</summary>
    public void Freeze()
    {
        bursts = CreationBurst.Days(createdOn);
        InBursts = new(bursts.Sum(d => (long)createdOn[d]), createdOn.Values.Sum(c => (long)c));
        InSeries = Handles.Rate;
    }

    /// <summary>Accounts of which a fact can be told, and of these those of which it holds.</summary>
    public BaseRate Fact(string name) => facts.GetValueOrDefault(name);

    /// <summary>Accounts created on a day.</summary>
    public int CreatedOn(DateOnly day) => createdOn.GetValueOrDefault(day);

    /// <summary>Accounts that would be created on that day if it were like the days around it.</summary>
    public double UsualOn(DateOnly day) => CreationBurst.Usual(createdOn, day);

    /// <summary>True for the day of a burst.</summary>
    public bool IsBurst(DateOnly day) => bursts.Contains(day);
}
