using Monitor.Core.Ledger;

namespace Monitor.Web;

/// <summary>Under which names the site is reached, and how long its readers stay logged in. The host registers one to change what is said here.</summary>
public sealed class WebOptions
{
    /// <summary>Names under which the site is published besides the loopback names, without port; no other name is answered, on whatever address it comes in.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>True when readers reach the published names by https, through a proxy that ends TLS.</summary>
    public bool Https { get; init; }

    /// <summary>How long a browser stays logged in.</summary>
    public LoginOptions Sessions { get; init; } = new();

    /// <summary>Requests to the API that one person, token or address may send a minute; as many at once, then spread evenly. 0 for no limit.</summary>
    public int ApiRequestsPerMinute { get; init; } = 600;
}
