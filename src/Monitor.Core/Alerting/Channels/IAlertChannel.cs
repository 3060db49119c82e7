using System.Net.Mail;

namespace Monitor.Core.Alerting.Channels;

/// <summary>What became of one attempt to send a message.</summary>
public enum SendState
{
    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Not now (4xx, lost connection, time-out): try again later.</summary>
    TryLater,

    /// <summary>Never (5xx, an impossible address).</summary>
    Refused,
}

/// <summary>What became of one attempt.</summary>
/// <param name="State">The outcome.</param>
/// <param name="Message">The server's words; empty when accepted.</param>
public sealed record SendOutcome(SendState State, string Message)
{
    /// <summary>True when the fault lies with the server or the settings, not with this message: further messages would fare no better now.</summary>
    public bool ServerAway { get; init; }
}

/// <summary>A way for messages to leave.</summary>
public interface IAlertChannel
{
    /// <summary>Where messages go, for people.</summary>
    string Description { get; }

    /// <summary>Sends one message; never throws for what a server does.</summary>
    Task<SendOutcome> Send(MailMessage message, string deliveryId, CancellationToken cancel);
}
