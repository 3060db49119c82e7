namespace Monitor.Core.Corpus.Query;

/// <summary>What a piece of a query is.</summary>
internal enum QueryTokenKind
{
    /// <summary>A word, a prefix, a tag or the value of a field.</summary>
    Word,

    /// <summary>Words between quotation marks.</summary>
    Phrase,

    /// <summary>A field name with its colon.</summary>
    Field,

    /// <summary>A minus before a word, or NOT.</summary>
    Not,

    /// <summary>AND.</summary>
    And,

    /// <summary>OR.</summary>
    Or,

    /// <summary>NEAR/5; the text is the number as typed, empty for none.</summary>
    Near,

    /// <summary>Opening parenthesis.</summary>
    Open,

    /// <summary>Closing parenthesis.</summary>
    Close,

    /// <summary>Behind the last piece.</summary>
    End,
}

/// <summary>A piece of a query.</summary>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text, int Position);

/// <summary>Cuts a query into pieces.</summary>
internal static class QueryTokens
{
    private const string Quotes = "\"“”„‟«»";

    /// <summary>The pieces with an <see cref="QueryTokenKind.End"/> behind them.</summary>
    /// <exception cref="QueryMistake">A quotation mark without its partner, or a field that does not exist.</exception>
    public static List<QueryToken> Of(string query)
    {
        var tokens = new List<QueryToken>();
        for (var i = 0; i < query.Length;)
        {
            var c = query[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
            }
            else if (c is '(' or ')')
            {
                tokens.Add(new(c == '(' ? QueryTokenKind.Open : QueryTokenKind.Close, "", i++));
            }
            else if (Quotes.Contains(c, StringComparison.Ordinal))
            {
                i = Phrase(query, i, tokens);
            }
            else if (c is '-' or '−' && (i + 1 >= query.Length || !char.IsWhiteSpace(query[i + 1])) && (tokens.Count == 0 || tokens[^1].Kind != QueryTokenKind.Field))
            {
                tokens.Add(new(QueryTokenKind.Not, "-", i++));
            }
            else
            {
                i = Word(query, i, tokens);
            }
        }

        tokens.Add(new(QueryTokenKind.End, "", query.Length));
        return tokens;
    }

    private static int Phrase(string query, int start, List<QueryToken> tokens)
    {
        var end = start + 1;
        while (end < query.Length && !Quotes.Contains(query[end], StringComparison.Ordinal))
        {
            end++;
        }

        if (end == query.Length)
        {
            throw new QueryMistake(start, "this quotation mark has no partner", "close the phrase with \" or take the mark away");
        }

        tokens.Add(new(QueryTokenKind.Phrase, query[(start + 1)..end], start));
        return end + 1;
    }

    private static int Word(string query, int start, List<QueryToken> tokens)
    {
        var end = start;
        while (end < query.Length && !char.IsWhiteSpace(query[end]) && query[end] is not ('(' or ')') && !Quotes.Contains(query[end], StringComparison.Ordinal))
        {
            end++;
        }

        var afterField = tokens.Count > 0 && tokens[^1].Kind == QueryTokenKind.Field;
        var word = query[start..end];
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        if (!afterField && colon > 0 && IsName(word.AsSpan(0, colon)) && !word.AsSpan(colon).StartsWith("://"))
        {
            var name = word[..colon].ToLowerInvariant();
            if (!QueryFields.Exists(name))
            {
                throw new QueryMistake(start, $"there is no field \"{word[..colon]}\"", $"use one of {string.Join(", ", QueryFields.Names)}, or put the words in quotation marks");
            }

            tokens.Add(new(QueryTokenKind.Field, name, start));
            if (colon + 1 == word.Length)
            {
                if (end == query.Length || !Quotes.Contains(query[end], StringComparison.Ordinal))
                {
                    throw new QueryMistake(end, $"nothing stands behind \"{name}:\"", $"write the value directly behind the colon, such as {name}:value");
                }

                return end;
            }

            tokens.Add(new(QueryTokenKind.Word, word[(colon + 1)..], start + colon + 1));
            return end;
        }

        tokens.Add(word switch
        {
            _ when afterField => new(QueryTokenKind.Word, word, start),
            "AND" => new(QueryTokenKind.And, word, start),
            "OR" => new(QueryTokenKind.Or, word, start),
            "NOT" => new(QueryTokenKind.Not, word, start),
            "NEAR" => new(QueryTokenKind.Near, "", start),
            _ when word.StartsWith("NEAR/", StringComparison.Ordinal) => new(QueryTokenKind.Near, word["NEAR/".Length..], start),
            _ => new(QueryTokenKind.Word, word, start),
        });
        return end;
    }

    private static bool IsName(ReadOnlySpan<char> word) => word.Length >= 2 && !word.ContainsAnyExcept(Letters);

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
