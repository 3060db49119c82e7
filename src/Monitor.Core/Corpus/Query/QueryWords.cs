using Monitor.Core.Text;

namespace Monitor.Core.Corpus.Query;

/// <summary>The words of a query for which another spelling may be suggested.</summary>
internal static class QueryWords
{
    /// <summary>Most words looked at.</summary>
    private const int Most = 5;

    /// <summary>Shortest term for which a suggestion says anything.</summary>
    private const int Shortest = 4;

    /// <summary>Single words that the query wants, each with its term; tags, numbers and stop words are none.</summary>
    public static IReadOnlyList<(WordNode Word, string Term)> Of(QueryNode query) =>
        [.. Wanted(query).Select(w => (Word: w, Term: Term(w.Text))).Where(w => w.Term is not null).Select(w => (w.Word, w.Term!)).DistinctBy(w => w.Item2).Take(Most)];

    /// <summary>The query with another word in the place of this one.</summary>
    public static QueryNode Replace(QueryNode query, WordNode word, string by) => query switch
    {
        WordNode other when other == word => new WordNode(by),
        AndNode and => new AndNode([.. and.Parts.Select(p => Replace(p, word, by))]),
        OrNode or => new OrNode([.. or.Parts.Select(p => Replace(p, word, by))]),
        NearNode near => near with { Left = Replace(near.Left, word, by), Right = Replace(near.Right, word, by) },
        _ => query,
    };

    /// <summary>The suggestion of a word that a text writes so, for the query.</summary>
    public static WordSuggestion Suggestion(QueryNode query, WordNode word, string written) => new(word.Text, written, QueryParser.Render(Replace(query, word, written)));

    private static IEnumerable<WordNode> Wanted(QueryNode query) => query switch
    {
        WordNode word => [word],
        AndNode and => and.Parts.SelectMany(Wanted),
        OrNode or => or.Parts.SelectMany(Wanted),
        NearNode near => [.. Wanted(near.Left), .. Wanted(near.Right)],
        _ => [],
    };

    private static string? Term(string word)
    {
        var terms = Analyzer.Terms(word);
        return terms is [{ Stop: false } term] && term.Value.Length >= Shortest && term.Value.All(char.IsLetter) ? term.Value : null;
    }
}
