using Monitor.Core.Dossiers;
using Monitor.Core.Dossiers.Signals;
using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers;

public sealed class OutcomeRuleTests
{
    private static readonly Finding Old = Make(SignalFamily.Origin, SignalSide.Person, SignalStrength.Moderate);
    private static readonly Finding Talks = Make(SignalFamily.Content, SignalSide.Person, SignalStrength.Strong);
    private static readonly Finding Burst = Make(SignalFamily.Origin, SignalSide.Operated, SignalStrength.Moderate);
    private static readonly Finding Copied = Make(SignalFamily.Profile, SignalSide.Operated, SignalStrength.Strong);

    [Fact]
    public void Thin_data_give_not_enough_evidence_whatever_the_profile_says() =>
        Assert.Equal(DossierOutcome.NotEnoughEvidence, OutcomeRule.Of([Burst, Copied], OutcomeRule.LeastPosts - 1));

    [Fact]
    public void One_family_alone_decides_nothing()
    {
        Assert.Equal(DossierOutcome.NotEnoughEvidence, OutcomeRule.Of([Copied], 1_000));
        Assert.Equal(DossierOutcome.NotEnoughEvidence, OutcomeRule.Of([Copied, Copied], 1_000));
        Assert.Equal(DossierOutcome.NotEnoughEvidence, OutcomeRule.Of([Copied, Make(SignalFamily.Habit, SignalSide.Operated, SignalStrength.Weak)], 1_000));
    }

    [Fact]
    public void Two_families_speak_and_both_sides_contradict()
    {
        Assert.Equal(DossierOutcome.SpeaksForPerson, OutcomeRule.Of([Old, Talks, Burst], 1_000));
        Assert.Equal(DossierOutcome.SpeaksForOperated, OutcomeRule.Of([Old, Burst, Copied], 1_000));
        Assert.Equal(DossierOutcome.Contradictory, OutcomeRule.Of([Old, Talks, Burst, Copied], 1_000));
    }

    private static Finding Make(SignalFamily family, SignalSide side, SignalStrength strength) => new(family, new("x", side, strength, "", "", "", []));
}
