namespace Monitor.Core.Corpus.Query;

/// <summary>What became of a query: a tree or an error, never both.</summary>
/// <param name="Tree">The tree; null when there is an error.</param>
/// <param name="Error">The first mistake; null when there is none.</param>
public sealed record QueryParse(QueryNode? Tree, QueryError? Error);

/// <summary>A mistake in a query.</summary>
/// <param name="Position">UTF-16 unit in the query where it is, from 0.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Mend">What to do about it.</param>
public sealed record QueryError(int Position, string Message, string Mend);
