namespace Monitor.Core.Pipeline;

/// <summary>What the rows of a file became. Rows = accounts + posts + events + quarantined.</summary>
public sealed record ImportCounts
{
    /// <summary>Data rows read.</summary>
    public long Rows { get; init; }

    /// <summary>Rows of account tables.</summary>
    public long Accounts { get; init; }

    /// <summary>Rows of post tables.</summary>
    public long Posts { get; init; }

    /// <summary>Rows of status tables.</summary>
    public long Events { get; init; }

    /// <summary>Rows that made no record.</summary>
    public long Quarantined { get; init; }

    /// <summary>Accounts whose id, handle and name the publisher hashed.</summary>
    public long Hashed { get; init; }

    /// <summary>Accounts that are readable.</summary>
    public long Plain { get; init; }

    /// <summary>Accounts new in the corpus of which the release shows only what rows of posts and status tables say.</summary>
    public long OnlyNamed { get; init; }

    /// <summary>
    /// Rows whose record is new in the corpus. Added + changed + unchanged = accounts + posts; of status tables observations are counted, of which a row may hold several.
    /// </summary>
    public long Added { get; init; }

    /// <summary>Rows whose record differed from what the corpus held.</summary>
    public long Changed { get; init; }

    /// <summary>Rows that the corpus held already, and rows that repeat another one.</summary>
    public long Unchanged { get; init; }

    /// <summary>Adds two counts.</summary>
    public static ImportCounts operator +(ImportCounts a, ImportCounts b) => Add(a, b);

    /// <summary>Adds two counts.</summary>
    public static ImportCounts Add(ImportCounts left, ImportCounts right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new()
        {
            Rows = left.Rows + right.Rows,
            Accounts = left.Accounts + right.Accounts,
            Posts = left.Posts + right.Posts,
            Events = left.Events + right.Events,
            Quarantined = left.Quarantined + right.Quarantined,
            Hashed = left.Hashed + right.Hashed,
            Plain = left.Plain + right.Plain,
            OnlyNamed = left.OnlyNamed + right.OnlyNamed,
            Added = left.Added + right.Added,
            Changed = left.Changed + right.Changed,
            Unchanged = left.Unchanged + right.Unchanged,
        };
    }

    internal static ImportCounts From(IReadOnlyDictionary<string, long> counts)
    {
        long Of(string name) => counts.GetValueOrDefault(name);
        return new()
        {
            Rows = Of("rows"),
            Accounts = Of("accounts"),
            Posts = Of("posts"),
            Events = Of("events"),
            Quarantined = Of("quarantined"),
            Hashed = Of("hashed"),
            Plain = Of("plain"),
            OnlyNamed = Of("only-named"),
            Added = Of("added"),
            Changed = Of("changed"),
            Unchanged = Of("unchanged"),
        };
    }

    internal Dictionary<string, long> ToDictionary() => new()
    {
        ["rows"] = Rows,
        ["accounts"] = Accounts,
        ["posts"] = Posts,
        ["events"] = Events,
        ["quarantined"] = Quarantined,
        ["hashed"] = Hashed,
        ["plain"] = Plain,
        ["only-named"] = OnlyNamed,
        ["added"] = Added,
        ["changed"] = Changed,
        ["unchanged"] = Unchanged,
    };
}
