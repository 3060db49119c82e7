namespace Monitor.Core.Corpus.Query;

/// <summary>Evaluates conditions over one record in memory, by the same terms and keywords that the engines index.</summary>
internal sealed class QueryMatcher(FieldTerms terms, RecordKeys keys)
{
    /// <summary>True when the record meets the condition.</summary>
    public bool Matches(Condition condition) => condition switch
    {
        AllCondition => true,
        NoneCondition => false,
        TermsCondition t => t.Field == TextField.Any
            ? Holds(terms.Title, t) || Holds(terms.Speaker, t) || Holds(terms.Body, t) || Holds(terms.Keys, t)
            : Holds(terms[t.Field], t),
        KeywordCondition k => keys.Matches(k.Field, k.Value),
        DateCondition d => keys.Date is { } date && date >= d.From && date < d.Before,
        NumberCondition n => keys.Number(n.Field) is { } number && number >= n.Least && number <= n.Greatest,
        IdCondition i => keys.HasId(i.Id),
        AndCondition and => and.Parts.All(Matches),
        OrCondition or => or.Parts.Any(Matches),
        NotCondition not => !Matches(not.Part),
        _ => throw new ArgumentException($"{condition.GetType().Name} is no condition", nameof(condition)),
    };

    private static bool Holds(List<string> field, TermsCondition condition)
    {
        var wanted = condition.Terms;
        for (var start = 0; start <= field.Count - wanted.Count; start++)
        {
            var n = 0;
            while (n < wanted.Count && Equal(field[start + n], wanted[n], condition.Prefix && n == wanted.Count - 1))
            {
                n++;
            }

            if (n == wanted.Count)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Equal(string term, string wanted, bool prefix) => prefix ? term.StartsWith(wanted, StringComparison.Ordinal) : term == wanted;
}
