namespace Monitor.Core.Corpus.Query;

/// <summary>Evaluates conditions over one record in memory, by the same terms and keywords that the engines index.</summary>
internal sealed class QueryMatcher
{
    private readonly RecordKeys _keys;
    private readonly List<string> _terms = [];
    private readonly (int From, int Before)[] _fields = new (int, int)[5];
    private readonly Dictionary<string, int> _first = new(StringComparer.Ordinal);
    private readonly int[] _next;

    private static readonly TextField[] _near = [TextField.Title, TextField.Speaker, TextField.Body, TextField.Keys];

    /// <summary>Reads a record's terms; they are not looked at again.</summary>
    public QueryMatcher(FieldTerms terms, RecordKeys keys)
    {
        _keys = keys;
        foreach (var field in (TextField[])[TextField.Title, TextField.Speaker, TextField.Body, TextField.Keys])
        {
            var from = _terms.Count;
            _terms.AddRange(terms[field]);
            _fields[(int)field] = (from, _terms.Count);
            _terms.Add(FieldTerms.Gap);
        }

        _fields[(int)TextField.Any] = (0, _terms.Count);
        _next = new int[_terms.Count];
        for (var i = _terms.Count - 1; i >= 0; i--)
        {
            _next[i] = _first.TryGetValue(_terms[i], out var later) ? later : -1;
            _first[_terms[i]] = i;
        }
    }

    /// <summary>Terms of the record, each once.</summary>
    public IReadOnlyCollection<string> Terms => _first.Keys;

    /// <summary>True when the record meets the condition.</summary>
    public bool Matches(Condition condition) => condition switch
    {
        AllCondition => true,
        NoneCondition => false,
        TermsCondition terms => Holds(terms),
        NearCondition near => near.Field == TextField.Any ? _near.Any(f => Holds(near, _fields[(int)f])) : Holds(near, _fields[(int)near.Field]),
        FuzzyCondition fuzzy => Holds(fuzzy),
        KeywordCondition k => _keys.Matches(k.Field, k.Value),
        DateCondition d => _keys.Date is { } date && date >= d.From && date < d.Before,
        NumberCondition n => _keys.Number(n.Field) is { } number && number >= n.Least && number <= n.Greatest,
        IdCondition i => _keys.HasId(i.Id),
        AndCondition and => All(and.Parts),
        OrCondition or => Any(or.Parts),
        NotCondition not => !Matches(not.Part),
        _ => throw new ArgumentException($"{condition.GetType().Name} is no condition", nameof(condition)),
    };

    private bool All(IReadOnlyList<Condition> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (!Matches(parts[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool Any(IReadOnlyList<Condition> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (Matches(parts[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(TermsCondition condition)
    {
        var (from, before) = _fields[(int)condition.Field];
        if (condition.Prefix && condition.Terms.Count == 1)
        {
            for (var i = from; i < before; i++)
            {
                if (_terms[i].StartsWith(condition.Terms[0], StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }

        for (var i = _first.GetValueOrDefault(condition.Terms[0], -1); i >= 0; i = _next[i])
        {
            if (i >= from && i + condition.Terms.Count <= before && Follows(condition, i))
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(FuzzyCondition condition)
    {
        var (from, before) = _fields[(int)condition.Field];
        for (var i = from; i < before; i++)
        {
            if (condition.Means(_terms[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(NearCondition condition, (int From, int Before) field)
    {
        foreach (var first in Places(condition.First, field))
        {
            foreach (var second in Places(condition.Second, field))
            {
                if (first <= second ? second - first - condition.First.Count <= condition.Distance : first - second - condition.Second.Count <= condition.Distance)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Where a run of terms begins.</summary>
    private IEnumerable<int> Places(IReadOnlyList<string> terms, (int From, int Before) field)
    {
        for (var i = _first.GetValueOrDefault(terms[0], -1); i >= 0; i = _next[i])
        {
            if (i >= field.From && i + terms.Count <= field.Before && Same(terms, i))
            {
                yield return i;
            }
        }
    }

    private bool Same(IReadOnlyList<string> terms, int start)
    {
        for (var n = 1; n < terms.Count; n++)
        {
            if (_terms[start + n] != terms[n])
            {
                return false;
            }
        }

        return true;
    }

    private bool Follows(TermsCondition condition, int start)
    {
        for (var n = 1; n < condition.Terms.Count; n++)
        {
            var (term, wanted) = (_terms[start + n], condition.Terms[n]);
            if (condition.Prefix && n == condition.Terms.Count - 1 ? !term.StartsWith(wanted, StringComparison.Ordinal) : term != wanted)
            {
                return false;
            }
        }

        return true;
    }
}
