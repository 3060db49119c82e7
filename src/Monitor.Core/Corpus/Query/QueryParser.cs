using System.Diagnostics.CodeAnalysis;

namespace Monitor.Core.Corpus.Query;

/// <summary>
/// Reads what journalists type: words, "phrases" (also “so” and «so»), -not, OR, AND, (parentheses), prefix*, fields (<c>speaker: handle: name: bio: location:
/// source: country: lang: kind: release: platform: hashtag: from: to: on: followers: following: id:</c>), @handle and #tag. Words side by side must all match; OR binds weaker.
/// </summary>
public static class QueryParser
{
    private const int LongestQuery = 10_000;
    private const int MostParts = 500;
    private const int DeepestNesting = 50;

    /// <summary>The tree of a query, or its first mistake. The empty query matches everything.</summary>
    public static QueryParse Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        try
        {
            if (query.Length > LongestQuery)
            {
                throw new QueryMistake(LongestQuery, $"the query is longer than {LongestQuery} characters", "make it shorter, or save it as several searches");
            }

            return new(new Reader(QueryTokens.Of(query)).Whole(), null);
        }
        catch (QueryMistake mistake)
        {
            return new(null, mistake.Error);
        }
    }

    /// <summary>A query that parses to the same tree again.</summary>
    public static string Render(QueryNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node switch
        {
            AllNode => "",
            WordNode word => word.Text,
            PhraseNode phrase => $"\"{phrase.Text}\"",
            PrefixNode prefix => prefix.Text + "*",
            FieldNode field => field.Phrase ? $"{field.Field}:\"{field.Value}\"" : $"{field.Field}:{field.Value}",
            NotNode not => "-" + Nested(not.Part),
            AndNode and => string.Join(' ', and.Parts.Select(p => p is AndNode or OrNode ? Nested(p) : Render(p))),
            OrNode or => string.Join(" OR ", or.Parts.Select(p => p is OrNode ? Nested(p) : Render(p))),
            _ => throw new ArgumentException($"{node.GetType().Name} is no node of the query language", nameof(node)),
        };
    }

    private static string Nested(QueryNode node) => node is AndNode or OrNode or NotNode ? $"({Render(node)})" : Render(node);

    /// <summary>Recursive descent over the pieces.</summary>
    private sealed class Reader(List<QueryToken> tokens)
    {
        private int _at;
        private int _depth;
        private int _parts;

        private QueryToken Current => tokens[_at];

        public QueryNode Whole()
        {
            if (Current.Kind == QueryTokenKind.End)
            {
                return new AllNode();
            }

            var node = Alternatives();
            return Current.Kind == QueryTokenKind.End
                ? node
                : throw new QueryMistake(Current.Position, "this parenthesis closes nothing", "take it away, or put its partner before the words it should hold together");
        }

        private QueryNode Alternatives()
        {
            var parts = new List<QueryNode> { Conjunction() };
            while (Current.Kind == QueryTokenKind.Or)
            {
                _at++;
                parts.Add(Conjunction());
            }

            return parts.Count == 1 ? parts[0] : new OrNode(parts);
        }

        private QueryNode Conjunction()
        {
            var parts = new List<QueryNode> { Part() };
            while (Current.Kind is not (QueryTokenKind.End or QueryTokenKind.Or or QueryTokenKind.Close))
            {
                _at += Current.Kind == QueryTokenKind.And ? 1 : 0;
                parts.Add(Part());
            }

            return parts.Count == 1 ? parts[0] : new AndNode(parts);
        }

        private QueryNode Part()
        {
            var token = Current;
            if (++_parts > MostParts)
            {
                throw new QueryMistake(token.Position, $"the query has more than {MostParts} parts", "save it as several searches");
            }

            switch (token.Kind)
            {
                case QueryTokenKind.Word:
                    _at++;
                    return Word(token);
                case QueryTokenKind.Phrase:
                    _at++;
                    return string.IsNullOrWhiteSpace(token.Text) ? Fail(token, "the phrase is empty", "put words between the quotation marks") : new PhraseNode(token.Text);
                case QueryTokenKind.Field:
                    _at++;
                    return Field(token);
                case QueryTokenKind.Not:
                    _at++;
                    return Current.Kind == QueryTokenKind.Not ? Fail(Current, "two minus signs in a row", "keep one, or none") : new NotNode(Part());
                case QueryTokenKind.Open:
                    return Parenthesis(token);
                default:
                    return Fail(token, Missing(token.Kind), "put a word there, or take the operator away; to search for AND, OR or NOT as a word, write it small");
            }
        }

        private QueryNode Parenthesis(QueryToken open)
        {
            if (++_depth > DeepestNesting)
            {
                Fail(open, $"parentheses are nested deeper than {DeepestNesting}", "take the inner ones away");
            }

            _at++;
            var inner = Alternatives();
            if (Current.Kind != QueryTokenKind.Close)
            {
                Fail(open, "this parenthesis is never closed", "put ) behind the last word it should hold");
            }

            _at++;
            _depth--;
            return inner;
        }

        private static QueryNode Word(QueryToken token)
        {
            var text = token.Text.TrimEnd('*');
            if (text.Length == token.Text.Length)
            {
                return new WordNode(text);
            }

            return text.Length == 0 ? Fail(token, "a star alone matches nothing", "write the beginning of a word before it, such as iran*") : new PrefixNode(text);
        }

        private QueryNode Field(QueryToken field)
        {
            var value = Current;
            if (value.Kind is not (QueryTokenKind.Word or QueryTokenKind.Phrase) || string.IsNullOrWhiteSpace(value.Text))
            {
                return Fail(value, $"nothing stands behind \"{field.Text}:\"", $"write the value directly behind the colon, such as {field.Text}:value");
            }

            _at++;
            var text = value.Text.Trim();
            return QueryFields.Check(field.Text, text) is { } wrong
                ? Fail(value, wrong.Message, wrong.Mend)
                : new FieldNode(field.Text, text, value.Kind == QueryTokenKind.Phrase);
        }

        private static string Missing(QueryTokenKind kind) => kind switch
        {
            QueryTokenKind.End => "the query ends where a word should stand",
            QueryTokenKind.Close => "nothing stands before this parenthesis",
            _ => "an operator stands where a word should stand",
        };

        [DoesNotReturn]
        private static QueryNode Fail(QueryToken at, string message, string mend) => throw new QueryMistake(at.Position, message, mend);
    }
}
