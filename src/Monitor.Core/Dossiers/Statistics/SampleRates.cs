using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Dossiers.Together;

namespace Monitor.Core.Dossiers.Statistics;

/// <summary>What was measured of the sampled accounts of one release.</summary>
internal sealed class SampleRates
{
    /// <summary>Posts of accounts that have some.</summary>
    public List<PostMeasures> Posts { get; } = [];

    /// <summary>What others posted, too, for some of these.</summary>
    public List<JointPosts> Joint { get; } = [];

    /// <summary>Accounts with a shown handle whose name was looked for in documents, and of these those that an earlier document names.</summary>
    public BaseRate Named { get; set; }

    /// <summary>Accounts of which a suspension is known by its date, and of these those that were reinstated.</summary>
    public BaseRate Reinstated { get; set; }
}
