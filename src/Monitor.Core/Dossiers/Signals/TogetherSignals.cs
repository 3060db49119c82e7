using System.Globalization;
using Monitor.Core.Dossiers.Statistics;
using Monitor.Core.Dossiers.Together;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Signals of posts that other imported accounts made, too.</summary>
internal static class TogetherSignals
{
    /// <summary>Shared texts from which on chance and share buttons are no longer likely.</summary>
    private const int SeveralTexts = 3;

    /// <summary>Signals of what the search for an account's sampled posts found.</summary>
    public static IEnumerable<Signal> Of(JointPosts joint, string release, CorpusStatistics statistics)
    {
        if (joint.Shared > 0)
        {
            yield return Shared(joint, release, statistics);
        }

        if (joint.Joint > 0)
        {
            yield return AtOnce(joint, release, statistics);
        }
    }

    /// <summary>Capped at moderate, and weak for one or two texts: share buttons, quotations and songs do the same.</summary>
    private static Signal Shared(JointPosts joint, string release, CorpusStatistics statistics)
    {
        BaseRate Rate(string? of) => statistics.Joint(of, j => j.Looked > 0, j => j.Shared >= joint.Shared);
        return new(
            "texts-shared", SignalFamily.Together, SignalSide.Operated, Rate(null).Strength(joint.Shared >= SeveralTexts ? SignalStrength.Moderate : SignalStrength.Weak),
            Said($"{joint.Shared} of {joint.Looked} texts looked at, with {joint.Others} other account{(joint.Others == 1 ? "" : "s")}"),
            $"so many or more: {RateText.Sampled(Rate(release), Rate(null))}",
            "Other imported accounts posted the same words as their own. Texts handed out do so; so do share buttons, quotations and songs.",
            joint.SharedRows);
    }

    /// <summary>Capped at moderate, and weak unless one other account did so repeatedly: by how much it exceeds chance is for the network of the whole release to say.</summary>
    private static Signal AtOnce(JointPosts joint, string release, CorpusStatistics statistics)
    {
        BaseRate Rate(string? of) => statistics.Joint(of, j => j.Timed > 0, j => j.WithOne >= joint.WithOne);
        return new(
            "co-posting", SignalFamily.Together, SignalSide.Operated, Rate(null).Strength(joint.WithOne >= JointPostFinder.Repeatedly ? SignalStrength.Moderate : SignalStrength.Weak),
            Said($"{joint.Joint} of {joint.Timed} posts looked at were also made by another account {(joint.MinutesOnly ? "in the same minute (the release gives no seconds)" : $"within {JointPostFinder.Seconds} seconds")}, {joint.WithOne} of them by one and the same"),
            $"so many or more with one account: {RateText.Sampled(Rate(release), Rate(null))}",
            "It posted or reposted the same as other imported accounts at the same moment. Accounts steered together do so; so do readers of one feed when much is said at once.",
            joint.JointRows);
    }

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
