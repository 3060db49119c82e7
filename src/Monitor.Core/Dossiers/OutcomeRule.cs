using Monitor.Core.Model;

namespace Monitor.Core.Dossiers;

/// <summary>
/// What the signals of an account come to. The rule, in words:
/// <list type="number">
/// <item>Fewer than <see cref="LeastPosts"/> imported posts: not enough evidence, whatever the profile says. A profile alone decides nothing about a person.</item>
/// <item>A side speaks when at least <see cref="LeastFamilies"/> of its signals of moderate strength or more are about different things (<see cref="SignalFamily"/>).</item>
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

    /// <summary>The outcome, and how the rule came to it.</summary>
    public static (DossierOutcome Outcome, string Because) Of(IReadOnlyCollection<Signal> signals, int posts)
    {
        if (posts < LeastPosts)
        {
            return (DossierOutcome.NotEnoughEvidence, $"{(posts == 0 ? "No posts were" : posts == 1 ? "Only 1 post was" : $"Only {posts} posts were")} imported, and a profile alone decides nothing: an outcome needs {LeastPosts} posts.");
        }

        var (person, operated) = (Families(signals, SignalSide.Person), Families(signals, SignalSide.Operated));
        var outcome = (person.Count >= LeastFamilies, operated.Count >= LeastFamilies) switch
        {
            (true, true) => DossierOutcome.Contradictory,
            (true, false) => DossierOutcome.SpeaksForPerson,
            (false, true) => DossierOutcome.SpeaksForOperated,
            _ => DossierOutcome.NotEnoughEvidence,
        };
        return (outcome, $"Lines of moderate strength or more: for a person on {Said(person)}; for an operated account on {Said(operated)}. A side speaks when its lines are on {LeastFamilies} different things or more; weak lines never decide.");
    }

    private static List<SignalFamily> Families(IReadOnlyCollection<Signal> signals, SignalSide side) =>
        [.. signals.Where(s => s.Side == side && s.Strength >= SignalStrength.Moderate).Select(s => s.Family).Distinct().Order()];

    private static string Said(List<SignalFamily> families) => families.Count == 0 ? "nothing" : string.Join(" and ", families.Select(Word));

    private static string Word(SignalFamily family) => family switch
    {
        SignalFamily.Origin => "how it was made",
        SignalFamily.Profile => "its bio",
        SignalFamily.Place => "its place",
        SignalFamily.Network => "its followers",
        SignalFamily.Content => "what it posts",
        SignalFamily.Conversation => "whom it speaks with",
        SignalFamily.Together => "what it posts together with others",
        SignalFamily.Habit => "when and with what it posts",
        SignalFamily.World => "what others say of it",
        _ => "what the platform did",
    };
}
