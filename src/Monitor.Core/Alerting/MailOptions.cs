namespace Monitor.Core.Alerting;

/// <summary>How alert mails leave. Without a host they are written as <c>.eml</c> files to the outbox folder.</summary>
public sealed class MailOptions
{
    /// <summary>SMTP server; empty for the outbox folder.</summary>
    public string Host { get; init; } = "";

    /// <summary>Port, 1 to 65535.</summary>
    public int Port { get; init; } = 587;

    /// <summary>STARTTLS. Off only for a server on the same machine.</summary>
    public bool StartTls { get; init; } = true;

    /// <summary>User name; empty for no login.</summary>
    public string User { get; init; } = "";

    /// <summary>Password; better given as MONITOR__MAIL__PASSWORD than in a file.</summary>
    public string Password { get; init; } = "";

    /// <summary>Sender address. Its host also ends every Message-ID.</summary>
    public string From { get; init; } = "monitor@localhost.localdomain";

    /// <summary>Address under which readers reach this Monitor, for links in mails.</summary>
    public string BaseUrl { get; init; } = "http://localhost:5080";

    /// <summary>Attempts before a message is given up, with growing pauses (about two days in all).</summary>
    public int MaxAttempts { get; init; } = 12;

    /// <summary>Time for one message, in seconds.</summary>
    public int TimeoutSeconds { get; init; } = 60;
}
