using Monitor.Core.Dossiers;
using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers;

public sealed class OutcomeRuleTests
{
    private static readonly Signal Old = Make(SignalFamily.Origin, SignalSide.Person, SignalStrength.Moderate);
    private static readonly Signal Talks = Make(SignalFamily.Conversation, SignalSide.Person, SignalStrength.Strong);
    private static readonly Signal Burst = Make(SignalFamily.Origin, SignalSide.Operated, SignalStrength.Moderate);
    private static readonly Signal Copied = Make(SignalFamily.Profile, SignalSide.Operated, SignalStrength.Strong);

    [Fact]
    public void Thin_data_give_not_enough_evidence_whatever_the_profile_says()
    {
        Assert.Equal(DossierOutcome.NotEnoughEvidence, OutcomeRule.Of([Burst, Copied], OutcomeRule.LeastPosts - 1).Outcome);
        Assert.Equal(DossierOutcome.SpeaksForOperated, OutcomeRule.Of([Burst, Copied], OutcomeRule.LeastPosts).Outcome);
        Assert.StartsWith("No posts were imported", OutcomeRule.Of([], 0).Because, StringComparison.Ordinal);
        Assert.StartsWith("Only 1 post was imported", OutcomeRule.Of([], 1).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void One_family_alone_decides_nothing()
    {
        Assert.Equal(DossierOutcome.NotEnoughEvidence, OutcomeRule.Of([Copied], 1_000).Outcome);
        Assert.Equal(DossierOutcome.NotEnoughEvidence, OutcomeRule.Of([Copied, Copied], 1_000).Outcome);
        Assert.Equal(DossierOutcome.NotEnoughEvidence, OutcomeRule.Of([Copied, Make(SignalFamily.Habit, SignalSide.Operated, SignalStrength.Weak)], 1_000).Outcome);
    }

    [Fact]
    public void Two_families_speak_and_both_sides_contradict()
    {
        Assert.Equal(DossierOutcome.SpeaksForPerson, OutcomeRule.Of([Old, Talks, Burst], 1_000).Outcome);
        Assert.Equal(DossierOutcome.SpeaksForOperated, OutcomeRule.Of([Old, Burst, Copied], 1_000).Outcome);
        Assert.Equal(DossierOutcome.Contradictory, OutcomeRule.Of([Old, Talks, Burst, Copied], 1_000).Outcome);
    }

    [Fact]
    public void The_reason_names_what_each_side_speaks_of() => Assert.Contains(
        "for a person on how it was made and whom it speaks with; for an operated account on how it was made", OutcomeRule.Of([Old, Talks, Burst], 1_000).Because, StringComparison.Ordinal);

    private static Signal Make(SignalFamily family, SignalSide side, SignalStrength strength) => new("x", family, side, strength, "", "", "", []);
}
