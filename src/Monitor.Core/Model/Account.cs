namespace Monitor.Core.Model;

/// <summary>One account as a release or list shows it. The same account in two releases is two of these with one id.</summary>
/// <param name="Id"><c>platform:userid</c>, see <see cref="Ids.Account"/>.</param>
/// <param name="Platform">Lower-case platform.</param>
/// <param name="UserId">User id or hash, exactly as in the release; never a number.</param>
/// <param name="Source">The row it came from.</param>
public sealed record Account(string Id, string Platform, string UserId, RowRef Source)
{
    /// <summary>Handle without @; the hash when hidden; empty when not given.</summary>
    public string Handle { get; init; } = "";

    /// <summary>Display name; the hash when hidden; empty when not given.</summary>
    public string Name { get; init; } = "";

    /// <summary>Bio as written, empty when empty or hidden.</summary>
    public string Bio { get; init; } = "";

    /// <summary>Location as written, empty when empty or hidden.</summary>
    public string Location { get; init; } = "";

    /// <summary>Profile link as written, empty when empty or hidden.</summary>
    public string Url { get; init; } = "";

    /// <summary>Followers at the time of the release.</summary>
    public long? Followers { get; init; }

    /// <summary>Accounts followed at the time of the release.</summary>
    public long? Following { get; init; }

    /// <summary>When it was created; releases give the day.</summary>
    public PartialDate? Created { get; init; }

    /// <summary>Interface language as in the release.</summary>
    public string Language { get; init; } = "";

    /// <summary>True when the publisher hashed id, handle and name.</summary>
    public bool Hashed { get; init; }

    /// <summary>Fields that the publisher hides (their value is a hash): "userid", "handle", "name", "bio", "location", "url".</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>What is wrong with the row but was kept, such as <c>mangled-id</c>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The key under which the corpus keeps it: account and release.</summary>
    public string Key => $"{Id}@{Source.Release}";
}
