namespace Monitor.Core.Pipeline;

/// <summary>The homes of the four kinds of data below one folder.</summary>
/// <param name="Root">The folder given by <c>--data</c> or <c>MONITOR_DATA</c>.</param>
public sealed record DataFolder(string Root)
{
    /// <summary>WARC files.</summary>
    public string Evidence => Path.Combine(Root, "evidence");

    /// <summary>Release files, verbatim.</summary>
    public string Releases => Path.Combine(Root, "releases");

    /// <summary>The corpus of the embedded engine.</summary>
    public string Corpus => Path.Combine(Root, "corpus.db");

    /// <summary>The ledger.</summary>
    public string Ledger => Path.Combine(Root, "ledger.db");

    /// <summary>Traces and networks of large releases; derived, may be thrown away.</summary>
    public string Coordination => Path.Combine(Root, "coordination");

    /// <summary>Files that processes lock; they hold nothing.</summary>
    public string Locks => Path.Combine(Root, "locks");

    /// <summary>Alert mails when no mail server is configured.</summary>
    public string Outbox => Path.Combine(Root, "outbox");
}
