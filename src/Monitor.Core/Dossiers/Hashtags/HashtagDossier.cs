using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Hashtags;

/// <summary>Everything known of one hashtag. Spellings that the analyzer folds into one (case, Arabic and Persian letter forms, joiners) are counted together and listed apart.</summary>
/// <param name="Tag">As asked for, without #.</param>
/// <param name="Uses">Posts with it.</param>
/// <param name="Kinds">Which of them are reposts, and so on.</param>
/// <param name="First">First use with a known time.</param>
/// <param name="Last">Last use with a known time.</param>
/// <param name="Untimed">Uses without a readable time.</param>
/// <param name="Spellings">Posts by the spelling in them, most first.</param>
/// <param name="Near">Other hashtags that differ by underscores only; they are not counted here.</param>
/// <param name="Users">Accounts that used it.</param>
/// <param name="Releases">Releases whose posts have it, most uses first.</param>
/// <param name="FirstUses">The first uses, in order of time.</param>
/// <param name="PerDay">Uses per day (UTC), days with none left out.</param>
/// <param name="Languages">Posts by language as the platform tagged them, most first.</param>
/// <param name="Clients">Posts by client, most first.</param>
/// <param name="Together">Posts by other hashtag in them, in the spelling that came first, most first.</param>
/// <param name="Minutes">Accounts that used it in the same minute.</param>
/// <param name="Mentions">Documents and claims that have it.</param>
/// <param name="Scope">What was searched.</param>
public sealed record HashtagDossier(
    string Tag,
    long Uses,
    PostKinds Kinds,
    DateTimeOffset? First,
    DateTimeOffset? Last,
    long Untimed,
    IReadOnlyList<ValueCount> Spellings,
    IReadOnlyList<ValueCount> Near,
    HashtagUsers Users,
    IReadOnlyList<HashtagRelease> Releases,
    IReadOnlyList<HashtagUse> FirstUses,
    IReadOnlyList<DayCount> PerDay,
    IReadOnlyList<ValueCount> Languages,
    IReadOnlyList<ValueCount> Clients,
    IReadOnlyList<ValueCount> Together,
    SharedMinutes Minutes,
    HashtagMentions Mentions,
    HashtagScope Scope);

/// <summary>Posts by kind; each post is of one kind.</summary>
/// <param name="Own">Own words that answer and quote nobody.</param>
/// <param name="Replies">Replies.</param>
/// <param name="Quotes">Quotes of another post.</param>
/// <param name="Reposts">Reposts.</param>
public sealed record PostKinds(long Own, long Replies, long Quotes, long Reposts);

/// <summary>Accounts that used a hashtag.</summary>
/// <param name="Accounts">Different accounts, as far as they were counted.</param>
/// <param name="Complete">False when there are more accounts than are told apart.</param>
/// <param name="Most">Those with the most uses.</param>
public sealed record HashtagUsers(long Accounts, bool Complete, IReadOnlyList<HashtagUser> Most);

/// <summary>An account that used a hashtag.</summary>
/// <param name="AccountId">Account id.</param>
/// <param name="Account">Its newest row; null when no account table with it was imported.</param>
/// <param name="Uses">Posts of it with the hashtag.</param>
/// <param name="Reposts">Of these, reposts.</param>
/// <param name="First">Its first use.</param>
/// <param name="Last">Its last use.</param>
/// <param name="Release">Release of its first use.</param>
public sealed record HashtagUser(string AccountId, Account? Account, long Uses, long Reposts, DateTimeOffset? First, DateTimeOffset? Last, string Release);

/// <summary>A release whose posts have a hashtag.</summary>
/// <param name="Release">Release id.</param>
/// <param name="Uses">Posts of it with the hashtag.</param>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last of them.</param>
/// <param name="FirstRow">Row of the first.</param>
public sealed record HashtagRelease(string Release, long Uses, DateTimeOffset? First, DateTimeOffset? Last, RowRef FirstRow);

/// <summary>One use.</summary>
/// <param name="PostId">Post id.</param>
/// <param name="AccountId">Who posted it.</param>
/// <param name="Text">Its words.</param>
/// <param name="Language">As the platform tagged it.</param>
/// <param name="Time">When.</param>
/// <param name="IsRepost">True for a repost.</param>
/// <param name="Row">Its row.</param>
public sealed record HashtagUse(string PostId, string AccountId, string Text, string Language, DateTimeOffset? Time, bool IsRepost, RowRef Row);

/// <summary>
/// Accounts that used a hashtag within one minute of the clock, the precision of the releases. Plain counts: a hashtag that is used much shares minutes by chance, so
/// they say where to look and prove nothing.
/// </summary>
/// <param name="Minutes">Minutes in which two accounts or more used it.</param>
/// <param name="Fullest">Most accounts in one minute.</param>
/// <param name="Accounts">Accounts that shared such a minute twice or more.</param>
/// <param name="Pairs">Pairs that shared two minutes or more, most first.</param>
/// <param name="Complete">False when minutes were too full, or pairs too many, to count every pair.</param>
public sealed record SharedMinutes(long Minutes, int Fullest, long Accounts, IReadOnlyList<MinutePair> Pairs, bool Complete);

/// <summary>Two accounts and the minutes that they share.</summary>
/// <param name="One">Account id.</param>
/// <param name="Other">Account id.</param>
/// <param name="Minutes">Minutes in which both used the hashtag.</param>
public sealed record MinutePair(string One, string Other, int Minutes);

/// <summary>Documents and claims that have a hashtag.</summary>
/// <param name="Documents">Documents with it.</param>
/// <param name="Claims">Claims with it.</param>
/// <param name="Oldest">The oldest of both.</param>
public sealed record HashtagMentions(long Documents, long Claims, IReadOnlyList<SearchHit> Oldest);
