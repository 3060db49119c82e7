namespace Monitor.Web.Display;

/// <summary>What is wrong with a query, where, and how to mend it.</summary>
/// <param name="Query">The query as typed; empty when the fault is not in it.</param>
/// <param name="Position">UTF-16 unit at which reading stopped.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Mend">How to mend it.</param>
internal sealed record QueryFault(string Query, int Position, string Message, string Mend)
{
    public string Before => Query[..Start];

    /// <summary>The character at the position, or a sign for the end.</summary>
    public string At => Start < Query.Length ? Query[Start..End] : "␣";

    public string After => Query[End..];

    private int Start => Math.Clamp(Position, 0, Query.Length);

    private int End => Math.Min(Query.Length, Start + 1 + (Start + 1 < Query.Length && char.IsHighSurrogate(Query[Start]) ? 1 : 0));

    /// <summary>A cursor that the corpus did not make.</summary>
    public static QueryFault Cursor { get; } = new("", 0, "The mark for the next page (cursor) cannot be read or belongs to another search.", "Go back to the first page and follow its links from there.");
}
