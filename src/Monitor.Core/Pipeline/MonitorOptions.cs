using Monitor.Core.Alerting;
using Monitor.Core.Capturing;
using Monitor.Core.Ledger;
using Monitor.Core.Reviews;

namespace Monitor.Core.Pipeline;

/// <summary>Everything that <c>monitor.yaml</c> and <c>MONITOR__…</c> variables can set.</summary>
public sealed class MonitorOptions
{
    /// <summary>Folder of the crawler definitions; the program's own when empty.</summary>
    public string Crawlers { get; set; } = "";

    /// <summary>Addresses that <c>monitor serve</c> listens on; one that other machines can reach takes an administrator first (<c>monitor user add</c>).</summary>
    public string Urls { get; set; } = "http://localhost:5080";

    /// <summary>
    /// Names, without port, under which Monitor answers besides <c>localhost</c> and loopback addresses: those of a proxy that publishes it. A page of any other name is
    /// refused, since a name that somebody else owns can be made to point here (DNS rebinding).
    /// </summary>
    public IReadOnlyList<string> Hosts { get; set; } = [];

    /// <summary>Where the corpus lies.</summary>
    public CorpusOptions Corpus { get; set; } = new();

    /// <summary>How long readers stay logged in.</summary>
    public LoginOptions Login { get; set; } = new();

    /// <summary>Requests to the API that one person, token or address may send a minute; 0 for no limit.</summary>
    public int ApiRequestsPerMinute { get; set; } = 600;

    /// <summary>Fetching.</summary>
    public CapturerOptions Capturing { get; set; } = new();

    /// <summary>Mails.</summary>
    public MailOptions Mail { get; set; } = new();

    /// <summary>Verdict scales.</summary>
    public ReviewOptions Reviews { get; set; } = new();
}
