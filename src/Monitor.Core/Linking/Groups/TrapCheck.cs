namespace Monitor.Core.Linking.Groups;

/// <summary>What the traps say of one mention.</summary>
/// <param name="Why">Why it does not count; null when it does.</param>
/// <param name="Training">True when the owner learns to be it.</param>
internal readonly record struct TrapVerdict(string? Why, bool Training);

/// <summary>Applies the traps of the lexicon to the words around a mention.</summary>
internal static class TrapCheck
{
    public static TrapVerdict Of(GroupLexicon lexicon, IReadOnlyList<Word> words, LexiconMatch match)
    {
        if (words[match.First].Quoted)
        {
            return new("stands in quotation marks: words of somebody else", false);
        }

        foreach (var (trap, first, last) in Find(lexicon, words))
        {
            if (Concerns(trap, match) && Stands(trap, words, match, first, last))
            {
                return new(Sentence(trap), trap.Kind == TrapKind.Training);
            }
        }

        return default;
    }

    /// <summary>Why nothing of the account counts (parody, fan page); null when nothing says so.</summary>
    public static string? OfAccount(GroupLexicon lexicon, IReadOnlyList<Word> words) =>
        Find(lexicon, words).Where(t => t.Trap.Place == TrapPlace.Account).Select(t => Sentence(t.Trap)).FirstOrDefault();

    /// <summary>True when the words before a plural make it speak of the owners ("a collective of artists").</summary>
    public static bool IsCollective(GroupLexicon lexicon, IReadOnlyList<Word> words, LexiconMatch match) =>
        Find(lexicon, words).Any(t => t.Trap.Kind == TrapKind.Collective && Stands(t.Trap, words, match, t.First, t.Last));

    private static bool Concerns(Trap trap, LexiconMatch match) =>
        trap.Kind != TrapKind.Collective && (trap.Groups.Count == 0 || trap.Groups.Contains(match.Entry.Group))
        && !(trap.Kind == TrapKind.Former && match.Entry.Group == "soldier_veteran")
        && !(trap.Kind == TrapKind.OtherPerson && match.Entry.Group == GroupFinder.Outlet)
        && !(trap.Kind == TrapKind.Training && match.Entry.Group == "student")
        && !(trap.Kind == TrapKind.Graduate && match.Entry.Group != "student");

    private static bool Stands(Trap trap, IReadOnlyList<Word> words, LexiconMatch match, int first, int last) => trap.Place switch
    {
        TrapPlace.Before => last < match.First && match.First - last - 1 <= trap.Reach && words[last].Clause == words[match.First].Clause,
        TrapPlace.After => first > match.Last && first - match.Last - 1 <= trap.Reach && words[first].Clause == words[match.Last].Clause,
        TrapPlace.SentenceEnd => first > match.Last && words[first].Sentence == words[match.Last].Sentence,
        _ => false,
    };

    private static IEnumerable<(Trap Trap, int First, int Last)> Find(GroupLexicon lexicon, IReadOnlyList<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var form in words[i].Forms)
            {
                foreach (var trap in lexicon.TrapsBeginning(form))
                {
                    if (Fits(trap.Words, words, i))
                    {
                        yield return (trap, i, i + trap.Words.Count - 1);
                    }
                }
            }
        }
    }

    private static bool Fits(IReadOnlyList<string> expression, IReadOnlyList<Word> words, int at) =>
        at + expression.Count <= words.Count && Enumerable.Range(1, expression.Count - 1).All(i => words[at + i].Forms.Contains(expression[i]));

    private static string Sentence(Trap trap) => trap.Kind switch
    {
        TrapKind.Former => $"'{trap.Expression}' makes it a former role",
        TrapKind.Future => $"'{trap.Expression}' makes it a role to come",
        TrapKind.Training => $"'{trap.Expression}' makes it a student",
        TrapKind.Negation => $"'{trap.Expression}' negates it",
        TrapKind.Liking => $"'{trap.Expression}' makes it a liking",
        TrapKind.OtherPerson => $"'{trap.Expression}' makes it another person",
        TrapKind.Parody => $"'{trap.Expression}' makes the account a joke or a fan's page",
        TrapKind.Figure => $"'{trap.Expression}' makes it a figure of speech",
        TrapKind.Graduate => $"'{trap.Expression}' says that the studies are over",
        _ => $"'{trap.Expression}' gives the word another sense",
    };
}
