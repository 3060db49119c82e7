using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Monitor.Core.Text;

namespace Monitor.Core.Corpus.Query;

/// <summary>
/// Reads what journalists type: words, "phrases" (also “so” and «so»), -not, OR, AND, (parentheses), prefix*, word~ (one slip), NEAR/5 between words or phrases, fields
/// (<c>speaker: handle: name: bio: location: source: country: lang: kind: release: platform: verdict: hashtag: from: to: on: followers: following: id:</c>), @handle and #tag.
/// Words side by side must all match; OR binds weaker, NEAR stronger. <c>a NEAR/5 b NEAR/3 c</c> asks for both pairs.
/// </summary>
public static class QueryParser
{
    private const int LongestQuery = 10_000;
    private const int MostParts = 500;
    private const int DeepestNesting = 50;

    /// <summary>Terms between two words of NEAR without a number, as in FTS5 (https://sqlite.org/fts5.html, section 3.4).</summary>
    private const int UsualDistance = 10;

    private const int GreatestDistance = 100;

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
            FuzzyNode fuzzy => fuzzy.Text + "~",
            NearNode near => $"{Render(near.Left)} NEAR/{near.Distance.ToString(CultureInfo.InvariantCulture)} {Render(near.Right)}",
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
            var parts = new List<QueryNode> { Nearness() };
            while (Current.Kind is not (QueryTokenKind.End or QueryTokenKind.Or or QueryTokenKind.Close))
            {
                _at += Current.Kind == QueryTokenKind.And ? 1 : 0;
                parts.Add(Nearness());
            }

            return parts.Count == 1 ? parts[0] : new AndNode(parts);
        }

        private QueryNode Nearness()
        {
            var at = Current;
            var left = Part();
            var pairs = new List<QueryNode>();
            while (Current.Kind == QueryTokenKind.Near)
            {
                var near = Current;
                var distance = Distance(near);
                Near(left, at);
                _at++;
                at = Current;
                var right = Part();
                Near(right, at);
                pairs.Add(new NearNode(left, right, distance));
                left = right;
            }

            return pairs.Count == 0 ? left : pairs.Count == 1 ? pairs[0] : new AndNode(pairs);
        }

        private static int Distance(QueryToken near)
        {
            if (near.Text.Length == 0)
            {
                return UsualDistance;
            }

            if (!int.TryParse(Analyzer.Fold(near.Text), NumberStyles.None, CultureInfo.InvariantCulture, out var distance) || distance is < 1 or > GreatestDistance)
            {
                Fail(near, $"\"{near.Text}\" is no distance", $"write the most words that may stand between, 1 to {GreatestDistance}, such as NEAR/5");
            }

            return distance;
        }

        private static void Near(QueryNode node, QueryToken at)
        {
            if (node is not (WordNode or PhraseNode))
            {
                Fail(at, "NEAR stands between words or phrases only", "put one word, or a phrase in quotation marks, on each side of it");
            }
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
                    return Current.Kind == QueryTokenKind.Not ? Fail(Current, "two minus signs in a row", "keep one, or none") : new NotNode(Nearness());
                case QueryTokenKind.Open:
                    return Parenthesis(token);
                default:
                    return Fail(token, Missing(token.Kind), "put a word there, or take the operator away; to search for AND, OR, NOT or NEAR as a word, write it small");
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
            var tilde = token.Text.LastIndexOf('~');
            if (tilde >= 0 && (tilde == token.Text.Length - 1 || (tilde == token.Text.Length - 2 && char.IsAsciiDigit(token.Text[^1]))))
            {
                return Fuzzy(token, token.Text[..tilde], token.Text[(tilde + 1)..]);
            }

            var text = token.Text.TrimEnd('*');
            if (text.Length == token.Text.Length)
            {
                return new WordNode(text);
            }

            return text.Length == 0 ? Fail(token, "a star alone matches nothing", "write the beginning of a word before it, such as iran*") : new PrefixNode(text);
        }

        private static QueryNode Fuzzy(QueryToken token, string word, string edits)
        {
            if (edits is not ("" or "1"))
            {
                return Fail(token, $"\"~{edits}\" is more than one slip", $"write {word}~, which finds words with one letter more, less or other, or two swapped");
            }

            var terms = new TermStream();
            Analyzer.Read(word, null, terms);
            return word.Contains('*', StringComparison.Ordinal) || terms.Main.Count == 0 || (terms.Main.Count > 1 && !QueryCompiler.IsTag(terms))
                ? Fail(token, "the tilde stands behind one word only", "write one word before it, such as zarif~")
                : new FuzzyNode(word);
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
