namespace Monitor.Core.Corpus.Query;

/// <summary>Carries a mistake out of the parser; never leaves this folder.</summary>
internal sealed class QueryMistake(int position, string message, string mend) : Exception(message)
{
    /// <summary>The mistake for people.</summary>
    public QueryError Error { get; } = new(position, message, mend);
}
