namespace Monitor.Web.Api;

/// <summary>What every list takes in its address.</summary>
/// <param name="Q">A query in Monitor's language; everything when left out.</param>
/// <param name="Sort">relevance, newest or oldest.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Most records on the page, 1 to 200; 20 when left out.</param>
internal sealed record ListQuery(string? Q, string? Sort, string? Cursor, int? Limit);
