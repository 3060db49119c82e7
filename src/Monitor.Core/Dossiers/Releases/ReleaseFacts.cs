using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Releases;

/// <summary>What the accounts and posts of a release show together.</summary>
/// <param name="Release">The release.</param>
/// <param name="Accounts">Its accounts; null while they are being counted.</param>
/// <param name="Posts">Its posts; null while they are being counted.</param>
/// <param name="Counted">Posts counted so far.</param>
/// <param name="Fault">Why counting failed; null when it did not. It begins anew when asked again.</param>
public sealed record ReleaseFacts(Release Release, AccountFacts? Accounts, PostFacts? Posts, long Counted, string? Fault)
{
    /// <summary>What cannot be answered from this release, and why.</summary>
    public IReadOnlyList<string> Unanswerable => ReleaseGaps.Of(this);
}

/// <summary>What the account rows of a release show together.</summary>
/// <param name="Accounts">Accounts in the corpus.</param>
/// <param name="Hashed">Of these, accounts whose id, handle and name are hashed by the publisher.</param>
/// <param name="FromPosts">Of these, accounts known from rows of posts or events only.</param>
/// <param name="Fields">What can be read of each field of the profile.</param>
/// <param name="CreatedPerDay">Accounts by day of creation (UTC), days with none left out.</param>
/// <param name="CreatedUnknown">Accounts without a day of creation.</param>
/// <param name="Languages">Accounts by interface language, most first.</param>
/// <param name="Places">Accounts by the place they name, in its most frequent spelling, most first.</param>
/// <param name="Bursts">Days on which far more accounts were created than on the days around.</param>
/// <param name="Bios">Accounts with the same bio.</param>
/// <param name="Stems">Accounts whose handles are the same but for digits at the end.</param>
public sealed record AccountFacts(
    long Accounts,
    long Hashed,
    long FromPosts,
    IReadOnlyList<FieldFacts> Fields,
    IReadOnlyList<DayCount> CreatedPerDay,
    long CreatedUnknown,
    IReadOnlyList<ValueCount> Languages,
    IReadOnlyList<ValueCount> Places,
    IReadOnlyList<CreationGroup> Bursts,
    AccountGroups Bios,
    AccountGroups Stems);

/// <summary>What can be read of a field. Accounts = shown + hidden + empty.</summary>
/// <param name="Field">handle, name, bio, location or url.</param>
/// <param name="Shown">Accounts where it can be read.</param>
/// <param name="Hidden">Accounts where the publisher put a hash in its place.</param>
/// <param name="Empty">Accounts where nothing stands.</param>
public sealed record FieldFacts(string Field, long Shown, long Hidden, long Empty);

/// <summary>Groups of accounts that share a value.</summary>
/// <param name="Least">Accounts from which on a group is counted.</param>
/// <param name="Groups">Groups.</param>
/// <param name="Accounts">Accounts in them.</param>
/// <param name="Of">Accounts whose value can be compared.</param>
/// <param name="Largest">The largest of them.</param>
public sealed record AccountGroups(int Least, long Groups, long Accounts, long Of, IReadOnlyList<AccountGroup> Largest);

/// <summary>Accounts that share a value.</summary>
/// <param name="Value">The value, as the first of them writes it.</param>
/// <param name="Accounts">How many.</param>
/// <param name="Examples">Some of them.</param>
public sealed record AccountGroup(string Value, long Accounts, IReadOnlyList<Account> Examples);

/// <summary>A day on which far more accounts of a release were created than on the days around it.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Accounts">Accounts created on it.</param>
/// <param name="Usual">Accounts a day in the season around it.</param>
/// <param name="Examples">Some of them.</param>
public sealed record CreationGroup(DateOnly Day, long Accounts, double Usual, IReadOnlyList<Account> Examples);

/// <summary>What the posts of a release show together.</summary>
/// <param name="Posts">Posts in the corpus.</param>
/// <param name="Accounts">Accounts that posted them.</param>
/// <param name="First">First post.</param>
/// <param name="Last">Last post.</param>
/// <param name="Untimed">Posts without a readable time.</param>
/// <param name="Kinds">Posts by kind.</param>
/// <param name="PerDay">Posts per day (UTC), days with none left out.</param>
/// <param name="QuietMonths">Months between the first and the last post without any, by their first day.</param>
/// <param name="Languages">Posts by language as the platform tagged them, most first.</param>
/// <param name="Clients">Posts by client, most first.</param>
/// <param name="Hashtags">Uses by hashtag, in its most frequent spelling, most first.</param>
public sealed record PostFacts(
    long Posts,
    long Accounts,
    DateTimeOffset? First,
    DateTimeOffset? Last,
    long Untimed,
    Hashtags.PostKinds Kinds,
    IReadOnlyList<DayCount> PerDay,
    IReadOnlyList<DateOnly> QuietMonths,
    IReadOnlyList<ValueCount> Languages,
    IReadOnlyList<ValueCount> Clients,
    IReadOnlyList<ValueCount> Hashtags);
