namespace Monitor.Web.Api;

/// <summary>One page of a list.</summary>
/// <param name="Items">Records of this page.</param>
/// <param name="Total">Records on all pages.</param>
/// <param name="Next">Give it as <c>cursor</c> to go on; null on the last page.</param>
internal sealed record ListJson<T>(IReadOnlyList<T> Items, long Total, string? Next);
