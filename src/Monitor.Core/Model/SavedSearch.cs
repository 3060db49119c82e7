namespace Monitor.Core.Model;

/// <summary>A stored query with channels and a rhythm.</summary>
/// <param name="Id">Short id chosen by its owner or made of the name.</param>
/// <param name="Name">Its name, used in the subject of messages.</param>
/// <param name="Query">A query in Monitor's language.</param>
/// <param name="In">What it is told of, one of <see cref="SavedSearchKinds.All"/>.</param>
/// <param name="Recipient">E-mail address; empty when no mail is wanted.</param>
/// <param name="Rhythm">When messages go out.</param>
/// <param name="Created">When it was saved.</param>
public sealed record SavedSearch(string Id, string Name, string Query, string In, string Recipient, Rhythm Rhythm, DateTimeOffset Created)
{
    /// <summary>Why it is paused (by hand, unsubscribed, expired, or a query that no longer parses); null when it runs.</summary>
    public string? Paused { get; init; }

    /// <summary>Who saved it and is told when its messages do not arrive; empty when not known.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Address that a signed message is posted to; empty for none.</summary>
    public string Webhook { get; init; } = "";

    /// <summary>True when it can be read as a feed under its secret address.</summary>
    public bool Feed { get; init; }

    /// <summary>When its reader ended the mails by one click; null while mails are wanted.</summary>
    public DateTimeOffset? Unsubscribed { get; init; }

    /// <summary>Local time of daily and weekly messages.</summary>
    public TimeOnly At { get; init; } = new(8, 0);

    /// <summary>IANA name of the time zone of <see cref="At"/>, such as <c>Europe/Madrid</c>.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>Day of weekly messages, in that zone.</summary>
    public DayOfWeek Day { get; init; } = DayOfWeek.Monday;

    /// <summary>Language of the messages: en, fa, es or fr.</summary>
    public string Language { get; init; } = "en";

    /// <summary>From when on it is no longer matched; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>True when a daily or weekly message is wanted also when nothing is new.</summary>
    public bool NothingNew { get; init; }

    /// <summary>Matches within one hour above which a search that is told at once gets one digest an hour; 0 for no limit.</summary>
    public int StormLimit { get; init; } = 30;

    /// <summary>True when messages leave by mail.</summary>
    public bool Mails => Recipient.Length > 0 && Unsubscribed is null;
}

/// <summary>What a saved search can be told of.</summary>
public static class SavedSearchKinds
{
    /// <summary>Claims.</summary>
    public const string Claims = "claims";

    /// <summary>Documents.</summary>
    public const string Documents = "documents";

    /// <summary>Claims of one speaker: the query names a speaker or a handle that must match.</summary>
    public const string Statements = "statements";

    /// <summary>Accounts that releases bring in.</summary>
    public const string Accounts = "accounts";

    /// <summary>Changes of the evidence on the claims, documents and accounts that the query finds.</summary>
    public const string Evidence = "evidence";

    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [Claims, Documents, Statements, Accounts, Evidence];
}

/// <summary>Secrets of a saved search. Whoever has one can do what it is for, and nothing else.</summary>
/// <param name="Unsubscribe">Ends the mails.</param>
/// <param name="Feed">Reads the feed.</param>
/// <param name="Webhook">Signs what is posted to its webhook: base64 behind <c>whsec_</c>.</param>
public sealed record SavedSearchKeys(string Unsubscribe, string Feed, string Webhook);

/// <summary>When messages for a saved search go out.</summary>
public enum Rhythm
{
    /// <summary>With the next run of the deliverer.</summary>
    AtOnce,

    /// <summary>At every full hour, when there is something.</summary>
    Hourly,

    /// <summary>Once a day at a local time, when there is something.</summary>
    Daily,

    /// <summary>Once a week at a local time, when there is something.</summary>
    Weekly,
}
