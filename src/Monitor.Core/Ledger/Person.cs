namespace Monitor.Core.Ledger;

/// <summary>What a person may do; each role may do all that the ones before may.</summary>
public enum Role
{
    /// <summary>Reads everything but the people and the audit.</summary>
    Reader,

    /// <summary>Gives verdicts and draws samples.</summary>
    Reviewer,

    /// <summary>Saves searches and publishes.</summary>
    Editor,

    /// <summary>Looks after people, reads the audit.</summary>
    Administrator,
}

/// <summary>Somebody who may log in.</summary>
/// <param name="Name">What verdicts and the audit call them; unique whatever the case of its Latin letters, and never given again.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Created">When they were added.</param>
/// <param name="Disabled">Since when they may not log in; null for one who may.</param>
public sealed record Person(string Name, Role Role, DateTimeOffset Created, DateTimeOffset? Disabled);

/// <summary>How long a browser stays logged in.</summary>
public sealed class LoginOptions
{
    /// <summary>Minutes without a request after which a session ends; 60 by default, between the 30 minutes of NIST SP 800-63B for AAL2 and what a desk that reads long texts can work with.</summary>
    public int IdleMinutes { get; set; } = 60;

    /// <summary>Hours after the login at which a session ends in any case; 12 is what NIST SP 800-63B, 4.2.3, asks for at AAL2.</summary>
    public int LongestHours { get; set; } = 12;
}
