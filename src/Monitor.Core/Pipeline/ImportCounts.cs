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

    /// <summary>Records new in the corpus.</summary>
    public long Added { get; init; }

    /// <summary>Records that differed from what the corpus held.</summary>
    public long Changed { get; init; }

    /// <summary>Records that the corpus held already.</summary>
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
        ["added"] = Added,
        ["changed"] = Changed,
        ["unchanged"] = Unchanged,
    };
}
