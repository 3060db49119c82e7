using System.Security.Cryptography;
using System.Text;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>Terms and keywords as the server can hold them, the same when they are stored and when they are asked for.</summary>
internal static class IndexTerm
{
    /// <summary>Longest token of the <c>whitespace</c> analyzer in UTF-16 units; a longer one would be cut into several. Only exact keys of accounts can be longer.</summary>
    private const int LongestTerm = 255;

    /// <summary>Longest keyword; a third of the 32,766 bytes that Lucene can index.</summary>
    private const int LongestKeyword = 8_000;

    /// <summary>A term without what splits it there: blanks of all scripts, which exact keys may have, and length.</summary>
    public static string Of(string term)
    {
        if (term.Length > LongestTerm)
        {
            term = string.Concat(term.AsSpan(0, 180), "~", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(term))));
        }

        return term.AsSpan().IndexOfAnyInRange('\0', ' ') < 0 && !term.Any(char.IsWhiteSpace) ? term : string.Concat(term.Select(c => c <= ' ' || char.IsWhiteSpace(c) ? '_' : c));
    }

    /// <summary>A keyword, cut to what can be indexed.</summary>
    public static string Keyword(string value) => value.Length <= LongestKeyword ? value : value[..LongestKeyword];

    /// <summary>A keyword that is compared without the case of ASCII letters.</summary>
    public static string Lower(string value) => Keyword(value).Any(char.IsAsciiLetterUpper) ? string.Concat(Keyword(value).Select(c => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c)) : Keyword(value);

    /// <summary>A keyword of a field as it stands among all that a record is: <c>country:ir</c>.</summary>
    public static string Is(string field, string value) => Lower($"{field}:{value}");
}
