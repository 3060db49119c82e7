using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Coordination;

/// <summary>What is said with every result, so that it is not read as more than it is.</summary>
internal static class CaveatWords
{
    /// <summary>Heaping from which on it is worth a sentence.</summary>
    private const double NotedHeap = 1.2;

    public static IReadOnlyList<string> Of(CoordinationNetwork network, long cut, long notHeld, double heap)
    {
        var said = new List<string>
        {
            "Acting together is no guilt and no proof of one hand: people who follow the same accounts, the accounts of one newsroom, and one person with two accounts of which one "
            + "repeats the other by itself do the same. Read the examples before you conclude.",
        };
        if (network.Actions == 0 && network.Precision != TimePrecision.Day)
        {
            said.Add("No post has such an action. Either nobody acted so, or the files lack the column that it stands in; nobody is cleared by this.");
            return said;
        }

        if (network.Precision == TimePrecision.Day)
        {
            said.Add("Most times of these posts are days without an hour. Who acted within seconds or minutes of each other cannot be told from them, so nothing was compared.");
            return said;
        }

        if (network.Precision == TimePrecision.Minute)
        {
            said.Add(Text(
                $"Times are given to the minute, so a window of {network.Window} s cannot be told. Joint here means: {(network.EffectiveWindow > 60 ? $"at most {network.EffectiveWindow / 60 - 1} min apart on the clock" : "in the same minute")}; two such actions may lie up to {network.EffectiveWindow} s apart, and some that are nearer fall into different minutes and are missed."));
        }

        said.Add(
            "Expected is what chance would bring if every post kept its account, its object and its hour and only its place within the hour were redrawn. What moves many people in the "
            + "same minutes of an hour (a broadcast, breaking news, a post that has just appeared) is not in it, so the smallest numbers of joint actions prove little even where p is small. "
            + "Many joint actions in one hour may be one occasion, such as two people who open the same page at once: see in how many different hours they lie.");
        said.AddRange(Trace(network.Trace));
        if (heap >= NotedHeap)
        {
            said.Add(Text(
                $"The times of these actions heap on some minutes of the hour, as those of posting schedules do: two of them fall on one minute {heap:0.0} times as often as with even times. Expected numbers are too low by about that factor."));
        }

        if (cut > 0)
        {
            said.Add(Text($"{cut:#,0} actions have more neighbours in time than are compared (a link or text that a crowd shares in one moment); joint actions further away in the crowd are not counted."));
        }

        if (notHeld > 0)
        {
            said.Add(Text($"{notHeld:#,0} pairs that chance explains were counted and not kept."));
        }

        if (network.EdgesFound - notHeld > network.Edges.Count)
        {
            said.Add(Text($"Only the {network.Edges.Count:#,0} least probable pairs are listed."));
        }

        return said;
    }

    private static IEnumerable<string> Trace(CoordinationTrace trace) => trace switch
    {
        CoordinationTrace.Repost =>
        [
            "Reposts come fastest in the first minutes of a post, so followers of one account meet there more often than expected; accounts of a release that repost each other meet for the same reason.",
        ],
        CoordinationTrace.Link =>
        [
            "A link is compared as the release gives it, without tracking parameters. Short links are not resolved, so the same page behind two of them is not seen, and a publisher's own "
            + "posting service links all its accounts.",
        ],
        CoordinationTrace.Hashtag => ["A day's or an event's usual pair of hashtags joins strangers; the hour of the event is in the null model, its minute is not."],
        CoordinationTrace.Reply => ["Everybody who answers a much-read account soon replies to the same post."],
        _ =>
        [
            "Near-same words are compared within the clock hour. Headlines that people copy by hand cannot be told from those that a share button makes without naming the site; compare with the network of links.",
        ],
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
