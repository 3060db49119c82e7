namespace Monitor.Core.Model;

/// <summary>State of a delivery.</summary>
public enum DeliveryState
{
    /// <summary>To be sent.</summary>
    Waiting,

    /// <summary>Recorded before DATA; after a crash the same message goes out again under the same Message-ID.</summary>
    InFlight,

    /// <summary>Accepted by the server, written to the outbox folder, or shown in the feed.</summary>
    Sent,

    /// <summary>Refused for good, or tried too often.</summary>
    Failed,
}

/// <summary>How a message leaves.</summary>
public enum DeliveryChannel
{
    /// <summary>E-mail.</summary>
    Mail,

    /// <summary>Posted to an address, signed.</summary>
    Webhook,

    /// <summary>Read by the reader's program; there is nothing to send.</summary>
    Feed,
}

/// <summary>Why a message was made.</summary>
public enum DeliveryKind
{
    /// <summary>Something matched.</summary>
    Matches,

    /// <summary>So much matched within an hour that one digest stands for many messages.</summary>
    Storm,

    /// <summary>Nothing matched, and the reader wants to know.</summary>
    NothingNew,

    /// <summary>Somebody asked for a test.</summary>
    Test,
}

/// <summary>One message for a saved search.</summary>
/// <param name="Id">Content-derived id of the search, the channel and its matches.</param>
/// <param name="SearchId">The saved search.</param>
/// <param name="MessageId">Stable Message-ID header.</param>
/// <param name="Matches">Ids of the records it tells of.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Created">When it was made.</param>
public sealed record Delivery(string Id, string SearchId, string MessageId, IReadOnlyList<string> Matches, DeliveryState State, DateTimeOffset Created)
{
    /// <summary>How it leaves.</summary>
    public DeliveryChannel Channel { get; init; }

    /// <summary>Why it was made.</summary>
    public DeliveryKind Kind { get; init; }

    /// <summary>Attempts so far.</summary>
    public int Attempts { get; init; }

    /// <summary>Not before this time; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>What the server said last.</summary>
    public string? LastError { get; init; }

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset? Sent { get; init; }
}
