namespace Monitor.Core.Text;

/// <summary>
/// Turns text into terms, the same for indexing, queries, percolation, highlighting and claim matching. What a word becomes depends on its letters alone, never
/// on the language that a document claims or a query was typed in, so that the terms of both always agree. Unicode: UAX 15 (NFKC), UAX 29 in spirit.
/// </summary>
public static class Analyzer
{
    [ThreadStatic]
    private static TermReader? _reader;

    [ThreadStatic]
    private static FoldedText? _folded;

    /// <summary>
    /// The terms of a text by position, then place. At each position stands one word; a hashtag, handle, url or joined word adds its other spellings at the
    /// position of its first word: <c>#YouAreBots</c> gives <c>#youarebots</c>, <c>youarebot</c> and, one after another, <c>you</c>, <c>are</c>, <c>bot</c>.
    /// </summary>
    /// <param name="text">Any text, also one with lone surrogates.</param>
    /// <param name="language">BCP 47 language; decides only which words are marked as stop words. Null or unknown: those that are stop words in any language.</param>
    public static IReadOnlyList<Term> Terms(string text, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = new TermStream();
        Read(text, language, terms);
        return terms.Merge();
    }

    /// <summary>
    /// Folding without stemming: NFKC, case, accents of Latin letters, Arabic and Persian letter forms, ё, digits of all scripts, quotation marks; joiners are
    /// removed, blanks and punctuation stay. Folding twice changes nothing.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = _folded ??= new FoldedText();
        for (var round = 0; ; round++)
        {
            folded.Read(text);
            var next = folded.Chars.Contains(CharacterFolding.Joiner)
                ? string.Concat(folded.Chars.ToString().Split(CharacterFolding.Joiner))
                : folded.Chars.SequenceEqual(text) ? text : folded.Chars.ToString();
            if (ReferenceEquals(next, text) || (!folded.Unusual && next.Length == text.Length) || round == 8)
            {
                return next;
            }

            text = next;
        }
    }

    /// <summary>Adds the terms of a text to a stream.</summary>
    internal static void Read(string text, string? language, TermStream terms) => (_reader ??= new TermReader()).Read(text, language, terms);
}
