using Monitor.Core.Text;

namespace Monitor.Core.Corpus.Query;

/// <summary>
/// Makes a query ready for one kind of record. Words without terms ("&amp;", "—") are passed over; so is a stop word beside other words, since a claim in other
/// words would lack it. A query that holds nothing to look for matches nothing.
/// </summary>
internal sealed class QueryCompiler
{
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
