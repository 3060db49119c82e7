using Monitor.Core.Corpus.Query;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>Puts the terms of the index that are meant in the place of a word with a slip, for FTS5 knows whole terms only.</summary>
internal static class FuzzyExpansion
{
    /// <summary>The same condition without <see cref="FuzzyCondition"/>.</summary>
    public static Condition Of(Condition condition, Vocabulary vocabulary) => condition switch
    {
        FuzzyCondition fuzzy => Any([.. vocabulary.Of(fuzzy).Select(t => new TermsCondition(fuzzy.Field, [t], false))]),
        AndCondition and => All([.. and.Parts.Select(p => Of(p, vocabulary))]),
        OrCondition or => Any([.. or.Parts.Select(p => Of(p, vocabulary)).Where(p => p is not NoneCondition)]),
        NotCondition not => Of(not.Part, vocabulary) is var part && part is NoneCondition ? Condition.All : new NotCondition(part),
        _ => condition,
    };

    private static Condition Any(IReadOnlyList<Condition> parts) => parts.Count == 0 ? Condition.None : parts.Count == 1 ? parts[0] : new OrCondition(parts);

    private static Condition All(IReadOnlyList<Condition> parts)
    {
        if (parts.Any(p => p is NoneCondition))
        {
            return Condition.None;
        }

        var rest = parts.Where(p => p is not AllCondition).ToList();
        return rest.Count == 0 ? Condition.All : rest.Count == 1 ? rest[0] : new AndCondition(rest);
    }
}
