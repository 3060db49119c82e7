using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Facts of whom an account speaks with.</summary>
internal static class ConversationFacts
{
    /// <summary>Share of replies to accounts outside, and people replied to, that make a conversation rather than a few answers.</summary>
    private const double Conversation = 0.2;
    private const int Partners = 10;

    /// <summary>Replies from which on their direction says something.</summary>
    private const int LeastReplies = 20;

    public static IReadOnlyList<PostFact> All { get; } =
    [
        new("conversation", SignalFamily.Conversation, SignalSide.Person, SignalStrength.Strong,
            m => m.Posts >= PostFact.LeastForShares, m => m.Talk.Outside >= Conversation * m.Posts && m.Talk.PeopleOutside >= Partners,
            m => PostFact.Said($"{m.Talk.Outside:N0} of {m.Posts:N0} ({100.0 * m.Talk.Outside / m.Posts:0} %) posts answer {m.Talk.PeopleOutside:N0} different accounts that are in no imported release"),
            "It answers many different accounts that have nothing to do with the imported releases. Conversation takes a person's time; slogans thrown at well-known people look alike, so read the rows.",
            (t, _) => t.Talk.RowsOutside()),
        new("conversation-inside", SignalFamily.Conversation, SignalSide.Operated, SignalStrength.Moderate, // friends who fell under suspicion together talk so, too
            m => m.Talk.Outside + m.Talk.Inside >= LeastReplies, m => m.Talk.Inside >= m.Talk.Outside,
            m => PostFact.Share(m.Talk.Inside, m.Talk.Inside + m.Talk.Outside, "replies to others go to accounts of imported releases"),
            "Half of its replies or more go to other accounts that a platform removed. Accounts of one maker answer each other; so do friends.", (t, _) => t.Talk.RowsInside()),
    ];
}
