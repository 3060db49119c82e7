using Monitor.Core.Dossiers.Signals;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers;

/// <summary>
/// What the signals of an account come to. The rule, in words:
/// <list type="number">
/// <item>Fewer than <see cref="LeastPosts"/> imported posts: not enough evidence, whatever the profile says. A profile alone decides nothing about a person.</item>
/// <item>A side speaks when at least <see cref="LeastFamilies"/> of its signals of moderate strength or more are about different things (families).</item>
/// <item>Both sides speak: contradictory. One speaks: that one. None: not enough evidence.</item>
/// </list>
/// There is no score: strengths are not added up, and weak signals never decide.
/// </summary>
internal static class OutcomeRule
{
    /// <summary>Imported posts from which on there is something to judge by.</summary>
    public const int LeastPosts = 20;

    /// <summary>Independent signals that a side needs: one alone is an odd fact, not evidence.</summary>
    public const int LeastFamilies = 2;

    public static DossierOutcome Of(IReadOnlyCollection<Finding> findings, int posts)
    {
        if (posts < LeastPosts)
        {
            return DossierOutcome.NotEnoughEvidence;
        }

        return (Speaks(findings, SignalSide.Person), Speaks(findings, SignalSide.Operated)) switch
        {
            (true, true) => DossierOutcome.Contradictory,
            (true, false) => DossierOutcome.SpeaksForPerson,
            (false, true) => DossierOutcome.SpeaksForOperated,
            _ => DossierOutcome.NotEnoughEvidence,
        };
    }

    private static bool Speaks(IReadOnlyCollection<Finding> findings, SignalSide side) =>
        findings.Where(f => f.Signal.Side == side && f.Signal.Strength >= SignalStrength.Moderate).Select(f => f.Family).Distinct().Count() >= LeastFamilies;
}
