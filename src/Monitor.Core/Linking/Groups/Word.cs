namespace Monitor.Core.Linking.Groups;

/// <summary>One word of a text as the group lexicon reads it.</summary>
/// <param name="Folded">Folded form, see <see cref="WordFolding"/>; <c>@</c> for a handle.</param>
/// <param name="Forms">The folded form and what is left of it without clitics (Arabic و and ال, Hebrew ה, Persian copula, Turkish -im).</param>
/// <param name="Start">Offset of its first UTF-16 unit.</param>
/// <param name="End">Offset behind it.</param>
/// <param name="Clause">Number of the clause; commas, slashes and dashes between words begin a new one.</param>
/// <param name="Sentence">Number of the sentence; full stops, line breaks, bars and emoji begin a new one, as bios use them.</param>
/// <param name="Quoted">True between quotation marks: words of somebody else.</param>
internal readonly record struct Word(string Folded, IReadOnlyList<string> Forms, int Start, int End, int Clause, int Sentence, bool Quoted)
{
    /// <summary>The whole hashtag with #, on the first word of a hashtag; null elsewhere.</summary>
    public string? Hashtag { get; init; }
}
