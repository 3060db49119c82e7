namespace Monitor.Web;

/// <summary>Who may reach the site while there is no login. The host registers one to change what is said here.</summary>
public sealed class WebOptions
{
    /// <summary>
    /// Takes changes also from other machines. Only for a closed network, such as a container whose port is published on a loopback address: whoever reaches the
    /// site can then record reviews.
    /// </summary>
    public bool WritesFromNetwork { get; init; }

    /// <summary>Names under which the site is published besides the loopback names, without port; no other name is answered, on whatever address it comes in.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];
}
