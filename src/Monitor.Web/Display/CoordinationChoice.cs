using Monitor.Core.Dossiers.Coordination;
using Monitor.Core.Model;

namespace Monitor.Web.Display;

/// <summary>Which network is shown.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Window">Seconds.</param>
internal sealed record CoordinationChoice(CoordinationTrace Trace, int Window)
{
    /// <summary>The choice of an address; null for one that cannot be.</summary>
    public static CoordinationChoice? Of(string? trace, int? window)
    {
        var seconds = window ?? CoordinationOptions.DefaultWindow;
        var named = trace is null or "" ? CoordinationTrace.Repost : Enum.GetValues<CoordinationTrace>().Cast<CoordinationTrace?>().FirstOrDefault(t => Name(t!.Value) == trace);
        return named is { } known && seconds is >= 1 and <= CoordinationOptions.LongestWindow ? new(known, seconds) : null;
    }

    /// <summary>The name of a trace in addresses and on the command line.</summary>
    public static string Name(CoordinationTrace trace) => trace.ToString().ToLowerInvariant();

    /// <summary>The name of a trace for people.</summary>
    public static string Label(CoordinationTrace trace) => trace switch
    {
        CoordinationTrace.Repost => "Same post reposted",
        CoordinationTrace.Link => "Same link",
        CoordinationTrace.Hashtag => "Same hashtags in order",
        CoordinationTrace.Reply => "Replies to the same post",
        _ => "Nearly the same words",
    };

    /// <summary>What the pages of a release are asked with.</summary>
    public string Query => $"?trace={Name(Trace)}&window={Window}";

    /// <summary>The command that measures the network.</summary>
    public string Command(string release) => $"monitor coordination --release {release} --trace {Name(Trace)} --window {Window}";
}
