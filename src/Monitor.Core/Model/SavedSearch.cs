namespace Monitor.Core.Model;

/// <summary>A stored query with a channel and a rhythm.</summary>
/// <param name="Id">Short id chosen by its owner or made of the name.</param>
/// <param name="Name">Its name, used in the subject of messages.</param>
/// <param name="Query">A query in Monitor's language.</param>
/// <param name="In">claims or documents.</param>
/// <param name="Recipient">E-mail address.</param>
/// <param name="Rhythm">When messages go out.</param>
/// <param name="Created">When it was saved.</param>
public sealed record SavedSearch(string Id, string Name, string Query, string In, string Recipient, Rhythm Rhythm, DateTimeOffset Created)
{
    /// <summary>Why it is paused (by hand, or a query that no longer parses); null when it runs.</summary>
    public string? Paused { get; init; }
}

/// <summary>When messages for a saved search go out.</summary>
public enum Rhythm
{
    /// <summary>With the next run of the deliverer.</summary>
    AtOnce,

    /// <summary>Once an hour, when there is something.</summary>
    Hourly,

    /// <summary>Once a day, when there is something.</summary>
    Daily,

    /// <summary>Once a week, when there is something.</summary>
    Weekly,
}

/// <summary>State of a delivery.</summary>
public enum DeliveryState
{
    /// <summary>To be sent.</summary>
    Waiting,

    /// <summary>Recorded before DATA; after a crash the same message goes out again under the same Message-ID.</summary>
    InFlight,

    /// <summary>Accepted by the server, or written to the outbox folder.</summary>
    Sent,

    /// <summary>Refused for good, or tried too often.</summary>
    Failed,
}

/// <summary>One message for a saved search.</summary>
/// <param name="Id">Content-derived id of the search and its matches.</param>
/// <param name="SearchId">The saved search.</param>
/// <param name="MessageId">Stable Message-ID header.</param>
/// <param name="Matches">Ids of the claims or documents it tells of.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Created">When it was made.</param>
public sealed record Delivery(string Id, string SearchId, string MessageId, IReadOnlyList<string> Matches, DeliveryState State, DateTimeOffset Created)
{
    /// <summary>Attempts so far.</summary>
    public int Attempts { get; init; }

    /// <summary>Not before this time; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>What the server said last.</summary>
    public string? LastError { get; init; }

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset? Sent { get; init; }
}
