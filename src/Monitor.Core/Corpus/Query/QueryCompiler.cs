using Monitor.Core.Text;

namespace Monitor.Core.Corpus.Query;

/// <summary>
/// Makes a query ready for one kind of record. Words without terms ("&amp;", "—") are passed over; so is a stop word beside other words, since a claim in other
/// words would lack it. A query that holds nothing to look for matches nothing.
/// </summary>
internal sealed class QueryCompiler
{
    /// <summary>Longer words are not tried with each letter left out.</summary>
    private const int LongestMended = 30;

    private readonly SearchKind _kind;
    private readonly TermStream _terms = new();

    private QueryCompiler(SearchKind kind) => _kind = kind;

    /// <summary>The condition that a query means for records of a kind.</summary>
    public static Condition Compile(QueryNode query, SearchKind kind) => query is AllNode ? Condition.All : new QueryCompiler(kind).Of(query) ?? Condition.None;

    /// <summary>Null when there is nothing to look for.</summary>
    private Condition? Of(QueryNode node) => node switch
    {
        AllNode => Condition.All,
        WordNode word => Word(word.Text, TextField.Any),
        PhraseNode phrase => Phrase(phrase.Text, TextField.Any),
        PrefixNode prefix => Prefix(prefix.Text, TextField.Any),
        FuzzyNode fuzzy => Fuzzy(fuzzy.Text),
        NearNode near => Near(near),
        FieldNode field => Field(field),
        NotNode not => Of(not.Part) is { } part ? Negate(part) : null,
        AndNode and => All(and),
        OrNode or => Any(or.Parts.Select(Of)),
        _ => throw new ArgumentException($"{node.GetType().Name} is no node of the query language", nameof(node)),
    };

    private static Condition Negate(Condition part) => part switch
    {
        AllCondition => Condition.None,
        NoneCondition => Condition.All,
        NotCondition not => not.Part,
        _ => new NotCondition(part),
    };

    private Condition? All(AndNode and)
    {
        var telling = and.Parts.Any(p => p is not NotNode && !IsStopWord(p) && Of(p) is not null);
        var parts = and.Parts.Where(p => !(telling && IsStopWord(p))).Select(Of).OfType<Condition>()
            .SelectMany(c => c is AndCondition inner ? inner.Parts : [c]).Distinct().ToList();
        if (parts.Count == 0)
        {
            return null;
        }

        parts.RemoveAll(p => p is AllCondition && parts.Count > 1);
        return parts.Any(p => p is NoneCondition) ? Condition.None : parts.Count == 0 ? Condition.All : parts.Count == 1 ? parts[0] : new AndCondition(parts);
    }

    private static Condition? Any(IEnumerable<Condition?> conditions)
    {
        var found = conditions.OfType<Condition>().SelectMany(c => c is OrCondition inner ? inner.Parts : [c]).Distinct().ToList();
        if (found.Count == 0)
        {
            return null;
        }

        found.RemoveAll(p => p is NoneCondition);
        return found.Any(p => p is AllCondition) ? Condition.All : found.Count == 0 ? Condition.None : found.Count == 1 ? found[0] : new OrCondition(found);
    }

    /// <summary>True for the terms of one hashtag or handle.</summary>
    internal static bool IsTag(TermStream terms) => terms.Main.Count > 0 && terms.Also.Count > 0 && terms.Also[0].Value[0] is '#' or '@' && terms.Also[0].End >= terms.Main[^1].End;

    private bool IsStopWord(QueryNode node) => node is WordNode word && Read(word.Text).Main is { Count: > 0 } terms && terms.All(t => t.Stop) && Whole(word.Text) is null;

    private TermStream Read(string text)
    {
        _terms.Clear();
        Analyzer.Read(text, null, _terms);
        return _terms;
    }

    /// <summary>The whole hashtag or handle with its sign, when the word is one.</summary>
    private string? Whole(string text) =>
        text[0] is '#' or '@' or '＃' or '＠' && Read(text) is { Main.Count: > 0, Also.Count: > 0 } terms && terms.Also[0].Value[0] is '#' or '@' ? _terms.Also[0].Value : null;

    private Condition? Word(string text, TextField field)
    {
        var found = Whole(text) is { } whole ? new TermsCondition(field, [whole], false) : Phrase(text, field);
        return _kind == SearchKind.Accounts && field == TextField.Any ? Any([found, new TermsCondition(TextField.Keys, [RecordTerms.Key(text)], false)]) : found;
    }

    /// <summary>
    /// One slip from the term, or from the word before it is stemmed; and the terms of the words that a letter less or two swapped make of it, since a slip often stands where the
    /// stemmer looks (<c>suspendedd~</c>).
    /// </summary>
    private Condition? Fuzzy(string text)
    {
        if (Whole(text) is { } whole)
        {
            return new FuzzyCondition(TextField.Any, whole);
        }

        if (Phrase(text, TextField.Any) is not { Terms: [var term] } phrase)
        {
            return Phrase(text, TextField.Any);
        }

        var folded = Analyzer.Fold(text[_terms.Main[0].Start.._terms.Main[0].End]);
        var terms = folded == term || folded.Any(char.IsWhiteSpace) ? [term] : new[] { term, folded };
        var conditions = terms.Select(Condition (t) => t.Length < FuzzyCondition.Shortest ? phrase with { Terms = [t] } : new FuzzyCondition(TextField.Any, t)).ToList();
        var mended = Mended(folded).Select(w => Phrase(w, TextField.Any)).Where(p => p is { Terms.Count: 1 }).Select(p => p!.Terms[0]).Distinct(StringComparer.Ordinal)
            .Where(t => !conditions.Any(c => c is FuzzyCondition f && f.Means(t)));
        conditions.AddRange(mended.Select(t => phrase with { Terms = [t] }).ToList());
        return Any(conditions);
    }

    /// <summary>The word with one letter less, and with two neighbours swapped.</summary>
    private static IEnumerable<string> Mended(string word)
    {
        for (var i = 0; i < word.Length && word.Length is > FuzzyCondition.Shortest and <= LongestMended; i++)
        {
            yield return word.Remove(i, 1);
            if (i + 1 < word.Length)
            {
                yield return $"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}";
            }
        }
    }

    /// <summary>A hashtag or handle as a whole has no place among the words, so its words stand for it, and the whole must be there too.</summary>
    private Condition? Near(NearNode near)
    {
        var (left, right) = (Side(near.Left, out var leftTag), Side(near.Right, out var rightTag));
        var found = left is null || right is null ? left ?? (Condition?)right : new NearCondition(TextField.Any, left.Terms, right.Terms, near.Distance);
        var all = new[] { found, leftTag, rightTag }.OfType<Condition>().ToList();
        return all.Count == 0 ? null : all.Count == 1 ? all[0] : new AndCondition(all);
    }

    private TermsCondition? Side(QueryNode node, out TermsCondition? tag)
    {
        var text = node is WordNode word ? word.Text : ((PhraseNode)node).Text;
        tag = node is WordNode && Whole(text) is { } whole ? new TermsCondition(TextField.Any, [whole], false) : null;
        return Phrase(text, TextField.Any);
    }

    private TermsCondition? Phrase(string text, TextField field) =>
        Read(text).Main is { Count: > 0 } terms ? new TermsCondition(field, [.. terms.Select(t => t.Value)], false) : null;

    /// <summary>Terms that begin so, and the term that the beginning is itself once it is stemmed (<c>suspended*</c> finds "suspended").</summary>
    private Condition? Prefix(string text, TextField field)
    {
        if (Whole(text) is { } whole)
        {
            return new TermsCondition(field, [whole], true);
        }

        if (Phrase(text, field) is not { } phrase)
        {
            return null;
        }

        var last = _terms.Main[^1];
        var beginning = Analyzer.Fold(text[last.Start..last.End]).Replace("'", "", StringComparison.Ordinal);
        return beginning.Length == 0 || beginning.Any(char.IsWhiteSpace) || beginning == last.Value
            ? phrase with { Prefix = true }
            : Any([new TermsCondition(field, [.. phrase.Terms.SkipLast(1), beginning], true), phrase]);
    }

    private Condition? Field(FieldNode node)
    {
        var value = node.Value;
        return node.Field switch
        {
            "speaker" => Has(SearchKind.Documents, SearchKind.Claims) ? Word(value, TextField.Speaker)
                : Has(SearchKind.Accounts) ? Word(value, TextField.Title) : Condition.None,
            "name" => Has(SearchKind.Accounts) ? Words(node, TextField.Title) : Condition.None,
            "bio" => Has(SearchKind.Accounts) ? Words(node, TextField.Body) : Condition.None,
            "location" => Has(SearchKind.Accounts) ? Words(node, TextField.Keys) : Condition.None,
            "handle" => Has(SearchKind.Documents, SearchKind.Claims, SearchKind.Accounts) ? Handle(value) : Condition.None,
            "hashtag" => new TermsCondition(TextField.Body, [RecordTerms.Hashtag(value)], false),
            "source" => Has(SearchKind.Documents) ? new KeywordCondition("source", value)
                : Has(SearchKind.Accounts, SearchKind.Posts, SearchKind.Releases) ? new KeywordCondition("release", value) : Condition.None,
            "release" => Has(SearchKind.Accounts, SearchKind.Posts, SearchKind.Releases) ? new KeywordCondition("release", value) : Condition.None,
            "platform" => Has(SearchKind.Accounts, SearchKind.Posts, SearchKind.Releases) ? new KeywordCondition("platform", value) : Condition.None,
            "verdict" => Has(SearchKind.Claims, SearchKind.Accounts) ? new KeywordCondition("verdict", value) : Condition.None,
            "country" => Has(SearchKind.Documents, SearchKind.Claims, SearchKind.Releases) ? new KeywordCondition("country", value) : Condition.None,
            "lang" => Has(SearchKind.Releases) ? Condition.None : new KeywordCondition("language", value),
            "kind" or "type" => Has(SearchKind.Documents, SearchKind.Claims) ? new KeywordCondition("kind", value) : Condition.None,
            "followers" or "following" => Has(SearchKind.Accounts) && QueryFields.Range(value) is var (least, greatest)
                ? new NumberCondition(node.Field, least, greatest) : Condition.None,
            "from" => QueryFields.Period(value) is var (from, _) ? new DateCondition(from, long.MaxValue) : Condition.None,
            "to" => QueryFields.Period(value) is var (_, before) ? new DateCondition(long.MinValue, before) : Condition.None,
            "on" => QueryFields.Period(value) is var (first, behind) ? new DateCondition(first, behind) : Condition.None,
            "id" => new IdCondition(value),
            _ => Condition.None,
        };
    }

    /// <summary>The value of a field as words; a star behind it asks for what begins so.</summary>
    private Condition? Words(FieldNode node, TextField field) =>
        !node.Phrase && node.Value.TrimEnd('*') is { Length: > 0 } beginning && beginning.Length < node.Value.Length ? Prefix(beginning, field) : Word(node.Value, field);

    private Condition? Handle(string value)
    {
        var exact = new TermsCondition(TextField.Speaker, [RecordTerms.Handle(value)], false);
        return Has(SearchKind.Accounts) ? Any([exact, new TermsCondition(TextField.Keys, [RecordTerms.Key(value)], false)]) : exact;
    }

    private bool Has(params ReadOnlySpan<SearchKind> kinds) => kinds.Contains(_kind);
}
