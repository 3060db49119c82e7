namespace Monitor.Core.Model;

/// <summary>What two accounts did alike: the behavioural trace (Pacheco et al. 2021) that joins them.</summary>
public enum CoordinationTrace
{
    /// <summary>Reposted the same post.</summary>
    Repost,

    /// <summary>Posted the same link (co-link sharing, Giglietto et al. 2020).</summary>
    Link,

    /// <summary>Used the same hashtags in the same order, two or more.</summary>
    Hashtag,

    /// <summary>Replied to the same post, or to the same user where the post is not known.</summary>
    Reply,

    /// <summary>Wrote the same or nearly the same words (co-tweeting, Keller et al. 2020).</summary>
    Text,
}

/// <summary>How finely the times of a release are given.</summary>
public enum TimePrecision
{
    /// <summary>To the second.</summary>
    Second,

    /// <summary>To the minute, as in Twitter's files.</summary>
    Minute,

    /// <summary>To the day: who acted together within seconds or minutes cannot be told.</summary>
    Day,
}

/// <summary>
/// Who acted together in the releases, by one trace and one window, against chance. Evidence of acting together, not of guilt: supporters, newsrooms and one person with
/// two accounts do so, too; <see cref="Caveats"/> says so in words and is shown with every result.
/// </summary>
/// <param name="Releases">Ids of the releases looked at.</param>
/// <param name="Trace">What was compared.</param>
/// <param name="Window">Seconds within which two actions were asked to lie.</param>
/// <param name="Least">Joint actions from which on a pair is listed.</param>
public sealed record CoordinationNetwork(IReadOnlyList<string> Releases, CoordinationTrace Trace, int Window, int Least)
{
    /// <summary>How finely the times are given; of several releases the coarsest.</summary>
    public TimePrecision Precision { get; init; }

    /// <summary>Seconds that two joint actions may really lie apart: the window, or a whole minute where times are given to the minute.</summary>
    public int EffectiveWindow { get; init; }

    /// <summary>Posts read.</summary>
    public long Posts { get; init; }

    /// <summary>Actions with this trace.</summary>
    public long Actions { get; init; }

    /// <summary>Of these, actions with the same object as another account's in the same or a neighbouring hour.</summary>
    public long Comparable { get; init; }

    /// <summary>Accounts with such actions.</summary>
    public int Accounts { get; init; }

    /// <summary>Pairs that could have been found, which the correction for many tests counts: all pairs of accounts with at least <see cref="Least"/> hours in which they could meet somebody.</summary>
    public long PairsTested { get; init; }

    /// <summary>Joint actions of all pairs, also of those listed nowhere.</summary>
    public long Joint { get; init; }

    /// <summary>Joint actions of all pairs to be expected by chance.</summary>
    public double Expected { get; init; }

    /// <summary>Probability of an edge as surprising as the least probable one, in the whole network and by chance (Simes 1986); 1 when there is no edge.</summary>
    public double P { get; init; } = 1;

    /// <summary>Pairs with at least <see cref="Least"/> joint actions.</summary>
    public long EdgesFound { get; init; }

    /// <summary>Of these, pairs beyond chance: <see cref="CoordinationEdge.Q"/> at most 0.05.</summary>
    public long EdgesBeyondChance { get; init; }

    /// <summary>Pairs, the least probable first; fewer than <see cref="EdgesFound"/> when they were cut.</summary>
    public IReadOnlyList<CoordinationEdge> Edges { get; init; } = [];

    /// <summary>Accounts joined by edges beyond chance, the largest group first.</summary>
    public IReadOnlyList<CoordinationGroup> Groups { get; init; } = [];

    /// <summary>What was not compared, and why.</summary>
    public IReadOnlyList<ValueCount> LeftOut { get; init; } = [];

    /// <summary>What must be kept in mind when reading the result, in sentences.</summary>
    public IReadOnlyList<string> Caveats { get; init; } = [];
}

/// <summary>Two accounts that acted together.</summary>
/// <param name="A">Account id; of the two the first in order of code points.</param>
/// <param name="B">Account id.</param>
/// <param name="Joint">Joint actions: hours and objects for which both acted within the window at least once; repeats within an hour count once.</param>
/// <param name="Expected">Joint actions to be expected if each post kept its account, object and hour, and its place in the hour were chance.</param>
/// <param name="P">Probability of so many or more by chance.</param>
/// <param name="Q">The same, corrected for the many pairs that were tested (Benjamini and Hochberg 1995).</param>
public sealed record CoordinationEdge(string A, string B, int Joint, double Expected, double P, double Q)
{
    /// <summary>Hours and objects for which both acted, so that they could have met: joint actions are out of these.</summary>
    public int Chances { get; init; }

    /// <summary>Different hours in which the joint actions lie; few hours with many joint actions may be few occasions.</summary>
    public int Hours { get; init; }

    /// <summary>Joint actions in which A was first.</summary>
    public int AFirst { get; init; }

    /// <summary>Joint actions in which B was first.</summary>
    public int BFirst { get; init; }

    /// <summary>Joint actions with the same time, as far as times are given.</summary>
    public int Together => Joint - AFirst - BFirst;

    /// <summary>Time of the first joint action.</summary>
    public DateTimeOffset First { get; init; }

    /// <summary>Time of the last joint action.</summary>
    public DateTimeOffset Last { get; init; }

    /// <summary>Some joint actions with their rows; empty where the posts were not looked up.</summary>
    public IReadOnlyList<JointAction> Examples { get; init; } = [];

    /// <summary>True when the edge is beyond chance at the 5 % level after correction.</summary>
    public bool BeyondChance => Q <= 0.05;
}

/// <summary>One joint action.</summary>
/// <param name="Object">What was acted on: a link, hashtags, a post id, or words.</param>
/// <param name="PostA">Post of A.</param>
/// <param name="TimeA">Its time.</param>
/// <param name="RowA">Its row.</param>
/// <param name="PostB">Post of B.</param>
/// <param name="TimeB">Its time.</param>
/// <param name="RowB">Its row.</param>
public sealed record JointAction(string Object, string PostA, DateTimeOffset TimeA, RowRef RowA, string PostB, DateTimeOffset TimeB, RowRef RowB);

/// <summary>Accounts that edges beyond chance join, directly or through others.</summary>
/// <param name="Accounts">Account ids in order.</param>
/// <param name="Edges">Edges beyond chance among them.</param>
/// <param name="Joint">Joint actions of these edges.</param>
public sealed record CoordinationGroup(IReadOnlyList<string> Accounts, int Edges, long Joint);
